import type { Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type { PracticeAnswer } from "./practice-answers.ts";

/**
 * An answer that is sent unchanged, for faults that a correct server cannot have. `chunkDelayMs` delays each byte of the body;
 * the connection is cut after `cutAfterBytes` of the body.
 * `Content-Length` is added unless the headers name it (even as `undefined`) or a transfer encoding.
 */
export interface RawResponse extends PracticeAnswer {
  readonly chunkDelayMs?: number;
  readonly cutAfterBytes?: number;
}

/** Writes directly to the socket, because Node's response refuses invalid header values and lengths. */
export async function sendRaw(socket: Socket, raw: RawResponse): Promise<void> {
  const { status, body, chunkDelayMs, cutAfterBytes = body.length } = raw;
  socket.write(rawHead(status, raw.headers, body.length), "latin1");
  const sent = body.subarray(0, cutAfterBytes);
  if (chunkDelayMs === undefined) socket.write(sent);
  else {
    for (let i = 0; i < sent.length && !socket.destroyed; i += 1) {
      await delay(chunkDelayMs, undefined, { ref: false });
      if (socket.writable) socket.write(sent.subarray(i, i + 1));
    }
  }
  if (!socket.destroyed) socket.end();
}

function rawHead(status: number, headers: PracticeAnswer["headers"], length: number): string {
  const named = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
  const measured = named.has("content-length") || named.has("transfer-encoding");
  const all = { ...headers, ...(measured ? {} : { "Content-Length": String(length) }), Connection: "close" };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return `HTTP/1.1 ${status} Practice\r\n${lines.join("\r\n")}\r\n\r\n`;
}
