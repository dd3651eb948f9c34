// @ts-check
import { once } from "node:events";
import { createConnection } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

const ATTEMPTS = 200;
const PAUSE_MS = 25;
const CUT_OFF = ["ECONNRESET", "EPIPE", "ERR_STREAM_PREMATURE_CLOSE"];

/**
 * @typedef {object} JsonLines
 * @property {(message: object) => void} send
 * @property {AsyncIterable<any>} messages until the other side ends; untyped, as they come from outside
 */

/**
 * Connects to a socket on which each line is one JSON object, in both directions.
 * @param {string} path of the socket; it may appear after some moments
 * @returns {Promise<JsonLines>}
 */
export async function connectJsonLines(path) {
  const socket = await connect(path);
  return { send: (message) => socket.write(`${JSON.stringify(message)}\n`), messages: messagesOf(socket) };
}

/** @param {string} path */
async function connect(path, attempt = 1) {
  const socket = createConnection(path);
  try {
    await once(socket, "connect");
    return socket;
  } catch (error) {
    if (attempt === ATTEMPTS) throw error;
    await wait(PAUSE_MS);
    return connect(path, attempt + 1);
  }
}

/** @param {import("node:net").Socket} socket */
async function* messagesOf(socket) {
  let rest = "";
  try {
    for await (const text of socket.setEncoding("utf8")) {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) yield JSON.parse(line);
    }
  } catch (error) {
    // A killed process breaks the connection without closing it.
    if (!CUT_OFF.includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? "")) throw error;
  }
}
