import { writeFile } from "node:fs/promises";
import { createServer as createHttpServer } from "node:http";
import { connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import { type LoopbackServer, listenOnLoopback } from "../../main/practice/loopback-server.ts";
import { freePort, startProgram } from "./child.ts";

/** What stands between a network and the world: it leads every CONNECT to one server of this computer's. */
export function startGateway(port: number): Promise<LoopbackServer> {
  return startRawProxy((client) => leadTo(port, client));
}

function leadTo(port: number, client: Duplex): void {
  const onward = connect(port, "127.0.0.1");
  client.on("error", () => onward.destroy());
  onward.on("error", () => client.destroy());
  client.write("HTTP/1.1 200 Connection established\r\n\r\n");
  client.pipe(onward).pipe(client);
}

/** A proxy that does as told once it was asked for anything. */
export function startRawProxy(play: (client: Socket) => void): Promise<LoopbackServer> {
  return listenOnLoopback(createServer((client) => void client.once("data", () => play(client))));
}

/**
 * A proxy that keeps to RFC 9110: to a wrong password, too, it says 407, where Debian's tinyproxy says 401. It leads every
 * CONNECT to one server of this computer's.
 */
export function startStrictProxy(port: number, user: string, password: string): Promise<LoopbackServer> {
  const right = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
  const server = createHttpServer().on("connect", ({ headers }, client) => {
    client.on("error", () => undefined);
    if (headers["proxy-authorization"] !== right) {
      client.end('HTTP/1.1 407 Sign in\r\nProxy-Authenticate: Basic realm="plant"\r\nContent-Length: 0\r\n\r\n');
    } else leadTo(port, client);
  });
  return listenOnLoopback(server);
}

/** Starts the real tinyproxy of Debian. `settings` are lines of its configuration; `gateway` is where it sends all. */
export async function startTinyproxy(
  folder: string,
  gateway: number,
  settings: readonly string[],
): Promise<LoopbackServer> {
  const port = await freePort();
  const file = join(folder, `tinyproxy-${port}.conf`);
  const lines = [`Port ${port}`, "Listen 127.0.0.1", "Timeout 600", `Upstream http 127.0.0.1:${gateway}`, ...settings];
  await writeFile(file, `${lines.join("\n")}\n`);
  const program = await startProgram("tinyproxy", ["-d", "-c", file], port);
  return { port, close: program.close };
}
