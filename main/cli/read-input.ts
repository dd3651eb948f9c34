import { read } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { decodeText } from "../lib/decode-text.ts";
import { errnoOf } from "../lib/errno.ts";

/** More than any paste that a command takes (bytes): the rest of an endless input is not waited for. */
const LIMIT = 1024 * 1024;
const CHUNK = 64 * 1024;
const PAUSE_MS = 20;

const readSome = promisify(read);

/**
 * All that comes from an open file, as text in whichever encoding the stick's texts may have, too. By the file's number:
 * what Electron calls `process.stdin` is always at its end on Windows.
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
  return decodeText(bytes) ?? bytes.toString("utf8"); // of what is none of them, the ASCII in it
}

/** Null at the end. Empty while nothing has come: whoever shares a terminal or a pipe may have made it one that never waits. */
async function nextChunk(fd: number): Promise<Buffer | null> {
  try {
    const { bytesRead, buffer } = await readSome(fd, Buffer.alloc(CHUNK), 0, CHUNK, null);
    return bytesRead === 0 ? null : buffer.subarray(0, bytesRead);
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === "EOF" || errno === "EBADF") return null; // a pipe's end on Windows; a program that was started without any
    if (errno !== "EAGAIN") throw error;
    await delay(PAUSE_MS);
    return Buffer.alloc(0);
  }
}
