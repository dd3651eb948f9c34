import { read } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { decodeText } from "../lib/decode-text.ts";
import { errnoOf } from "../lib/errno.ts";

/** Larger than any input of a command (bytes). Endless input is read no further. */
const LIMIT = 1024 * 1024;
const CHUNK = 64 * 1024;
const PAUSE_MS = 20;

const readSome = promisify(read);

/**
 * Reads all text from an open file, in any encoding that a text file on a stick may have. Takes a file descriptor, because
 * Electron's `process.stdin` is always at its end on Windows.
 */
export async function readInput(fd: number): Promise<string> {
  const chunks: Buffer[] = [];
  for (let length = 0; length <= LIMIT; ) {
    const chunk = await nextChunk(fd);
    if (chunk === null) break;
    chunks.push(chunk);
    length += chunk.length;
  }
  const bytes = Buffer.concat(chunks);
  return decodeText(bytes) ?? bytes.toString("utf8"); // in an unknown encoding, at least the ASCII is readable
}

/** Null at the end. Empty without data: another program that shares the terminal or pipe may have made it non-blocking. */
async function nextChunk(fd: number): Promise<Buffer | null> {
  try {
    const { bytesRead, buffer } = await readSome(fd, Buffer.alloc(CHUNK), 0, CHUNK, null);
    return bytesRead === 0 ? null : buffer.subarray(0, bytesRead);
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === "EOF" || errno === "EBADF") return null; // a pipe's end on Windows; no standard input
    if (errno !== "EAGAIN") throw error;
    await delay(PAUSE_MS);
    return Buffer.alloc(0);
  }
}
