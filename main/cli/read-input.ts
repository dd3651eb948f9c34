import { createReadStream } from "node:fs";
import { decodeText } from "../stick/decode-text.ts";

/** More than any paste that a command takes (bytes): the rest of an endless input is not waited for. */
const LIMIT = 1024 * 1024;

/**
 * All that comes from an open file, as text in whichever encoding the stick's texts may have, too. By the file's number:
 * what Electron calls `process.stdin` is always at its end on Windows.
 */
export async function readInput(fd: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of createReadStream("", { fd, autoClose: false })) {
    chunks.push(Buffer.from(chunk));
    length += chunk.length;
    if (length > LIMIT) break;
  }
  const bytes = Buffer.concat(chunks);
  return decodeText(bytes) ?? bytes.toString("utf8"); // of what is none of them, the ASCII in it
}
