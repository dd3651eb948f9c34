import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { errnoOf } from "../lib/errno.ts";
import { stickFault } from "./stick-fault.ts";

// With O_DIRECT, Linux reads from the medium and not from its cache. On other systems the constant is undefined, which `|`
// reads as 0, and Node offers neither macOS's F_NOCACHE nor Windows' unbuffered mode. There the file, which was synced and
// closed before, is opened and read again.
const UNCACHED = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_DIRECT;
const CACHED = constants.O_RDONLY | constants.O_NOFOLLOW;

const PAGE = 4096; // bytes: a page of memory, and the largest block of a medium that O_DIRECT must be aligned to
const ALIGNED_LIKE_MALLOC = 16; // bytes: a buffer begins at a multiple of it

/**
 * Reads a file again and compares it with the written bytes. Reads from the medium, not from the cache, if the system can.
 * `stick-read-back` when the bytes differ. `shown` names the file in a problem.
 */
export async function readBack(path: string, written: Uint8Array, shown: string): Promise<Outcome<void>> {
  try {
    const found = (await readAt(path, UNCACHED, written.length)) ?? (await readAt(path, CACHED, written.length));
    return found?.equals(written) ? ok(undefined) : err({ code: "stick-read-back", file: shown });
  } catch (error) {
    return err(stickFault(error));
  }
}

/** Returns a file's bytes; null when the file system does not support these flags, such as an older tmpfs with O_DIRECT. */
async function readAt(path: string, flags: number, length: number): Promise<Buffer | null> {
  let handle: FileHandle;
  try {
    handle = await open(path, flags);
  } catch (error) {
    if (errnoOf(error) === "EINVAL" && flags === UNCACHED) return null;
    throw error;
  }
  try {
    return await readWhole(handle, length);
  } finally {
    await handle.close();
  }
}

/**
 * Reads a whole file. O_DIRECT needs memory that is aligned to the medium's blocks, and Node does not tell where a buffer
 * begins. Measured on ext4 and exFAT: Node's buffers begin 16, 80 or 176 bytes into a page, Electron's on a page. So this
 * tries each possible start of a page until the system accepts one; a refused try reads nothing. Null when all are refused.
 */
async function readWhole(handle: FileHandle, length: number): Promise<Buffer | null> {
  const size = Math.ceil((length + 1) / PAGE) * PAGE; // at least one byte more, to detect a longer file
  const memory = Buffer.allocUnsafeSlow(size + PAGE);
  for (let shift = 0; shift < PAGE; shift += ALIGNED_LIKE_MALLOC) {
    const target = memory.subarray(shift, shift + size);
    try {
      return await fill(handle, target);
    } catch (error) {
      if (errnoOf(error) !== "EINVAL") throw error;
    }
  }
  return null;
}

/** Reads from the file's start until its end or until the target is full. */
async function fill(handle: FileHandle, target: Buffer): Promise<Buffer> {
  let filled = 0;
  while (filled < target.length) {
    const { bytesRead } = await handle.read(target, filled, target.length - filled, filled);
    filled += bytesRead;
    if (bytesRead % PAGE !== 0 || bytesRead === 0) break; // less than a whole page: the end of the file
  }
  return target.subarray(0, filled);
}
