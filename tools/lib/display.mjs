// @ts-check
import { spawn } from "node:child_process";
import { once } from "node:events";
import { Stop } from "./script.mjs";

const SCREEN = "1600x1200x24";
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Whether windows can be shown here. */
export function hasDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== "linux" || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

/**
 * Runs work that opens windows, on the existing display or else on a virtual one, which is stopped afterwards.
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work gets variables for the programs that it starts
 * @returns {Promise<T>}
 */
export async function withDisplay(work) {
  if (hasDisplay()) return work({});
  // Xvfb picks a free display number and writes it to descriptor 3 when it is ready.
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", SCREEN, "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const stop = () => server.kill();
  // By default a signal ends a process without its "exit" handlers, and the server would keep running.
  const leave = () => setImmediate(() => process.exit(1));
  process.on("exit", stop);
  for (const signal of SIGNALS) process.on(signal, leave);
  try {
    return await work({ DISPLAY: `:${await displayNumber(server)}` });
  } finally {
    process.off("exit", stop);
    for (const signal of SIGNALS) process.off(signal, leave);
    stop();
  }
}

/**
 * @param {import("node:child_process").ChildProcess} server
 * @returns {Promise<string>}
 */
async function displayNumber(server) {
  const pipe = /** @type {import("node:stream").Readable} */ (server.stdio[3]);
  const failed = once(server, "exit").then(
    ([code]) => Promise.reject(new Stop(`Xvfb ended at once (exit ${code})`)),
    (error) => Promise.reject(new Stop(`Xvfb cannot be started: ${error.message}`)),
  );
  const [line] = await Promise.race([once(pipe, "data"), failed]);
  // The server may end later. Programs that use the display then report it, so this promise's rejection is ignored.
  failed.catch(() => {});
  return String(line).trim();
}
