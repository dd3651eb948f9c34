import { type ChildProcess, spawn } from "node:child_process";
import { connect, createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

const PATIENCE = 20_000; // ms

/** A port that is free now, for programs that cannot be told to take any. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** Starts a server of the system's, and waits until it listens on its port. */
export async function startProgram(
  command: string,
  args: readonly string[],
  port: number,
): Promise<{ close(): Promise<void> }> {
  // Servers lie where only root's path leads.
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` };
  const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
  const ended = new Promise<void>((resolve) => void child.on("close", resolve).on("error", () => resolve()));
  for (const begun = performance.now(); !(await listens(port)); await delay(50)) {
    const late = performance.now() - begun > PATIENCE;
    if (late || hasEnded(child)) throw new Error(`${command} does not listen:\n${output}`);
  }
  return {
    close: () => {
      child.kill("SIGKILL");
      return ended;
    },
  };
}

const hasEnded = ({ exitCode, signalCode, pid }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null || pid === undefined;

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}
