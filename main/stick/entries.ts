import { constants, type Dirent, type Stats } from "node:fs";
import { lstat, open, opendir } from "node:fs/promises";
import { join } from "node:path";
import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { errnoOf } from "../lib/errno.ts";
import { stickFault } from "./stick-fault.ts";

/** One entry of a folder on the stick. "other" must not be opened: links, junctions, devices, pipes. */
export interface Entry {
  readonly name: string;
  readonly type: "file" | "folder" | "other";
}

export interface Listing {
  readonly entries: readonly Entry[]; // sorted by name, so that the same stick always reads the same
  readonly cutShort: boolean; // the folder holds more than were read
}

// Follows no link, and does not wait for a pipe's other end. A flag that the system lacks is undefined, and `|` reads it as
// 0. Such a system has two other checks: the listing shows the entry's type, and `stat` shows the open file's type.
const OPEN_SAFELY = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Lists a folder, at most `limit` entries. `file-unsafe` for a link or a file, `file-missing` when nothing is there. */
export async function listFolder(path: string, limit: number, shown: string): Promise<Outcome<Listing>> {
  try {
    const stats = await lstat(path);
    if (!stats.isDirectory()) return err({ code: "file-unsafe", file: shown });
    const entries: Entry[] = [];
    for await (const entry of await opendir(path, { bufferSize: 256 })) {
      if (entries.length === limit) return ok({ entries: entries.sort(byName), cutShort: true });
      entries.push({ name: entry.name, type: kindOf(entry) });
    }
    return ok({ entries: entries.sort(byName), cutShort: false });
  } catch (error) {
    return err(errnoOf(error) === "ENOENT" ? { code: "file-missing", file: shown } : stickFault(error));
  }
}

/**
 * Reads a regular file whole, at most `limit` bytes, and closes it. The path must be one that was listed as a file.
 * `shown` names it in a problem: `file-missing`, `file-unsafe`, `file-too-large`, or a `stickFault`.
 */
export async function readFileSafely(path: string, limit: number, shown: string): Promise<Outcome<Uint8Array>> {
  try {
    const handle = await open(path, OPEN_SAFELY);
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) return err({ code: "file-unsafe", file: shown });
      if (stats.size > limit) return err({ code: "file-too-large", file: shown, limit });
      const buffer = Buffer.allocUnsafe(stats.size); // bounded, so that a file that grows meanwhile cannot be read forever
      let filled = 0;
      while (filled < buffer.length) {
        const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, filled);
        if (bytesRead === 0) break; // the file became shorter
        filled += bytesRead;
      }
      return ok(buffer.subarray(0, filled));
    } finally {
      await handle.close();
    }
  } catch (error) {
    return err(unreadable(error, shown));
  }
}

/** Returns one entry by its name, for a listing that was cut short; null when there is none. */
export async function entryAt(folder: string, name: string): Promise<Entry | null> {
  try {
    return { name, type: kindOf(await lstat(join(folder, name))) };
  } catch {
    return null; // missing or not accessible: in both cases nothing can be read
  }
}

/** Returns a regular file's size in bytes, without opening it; null when it is missing or not a regular file. */
export async function sizeOfFile(path: string): Promise<number | null> {
  try {
    const stats = await lstat(path);
    return stats.isFile() ? stats.size : null;
  } catch {
    return null; // removed since the listing
  }
}

function unreadable(error: unknown, file: string) {
  const errno = errnoOf(error);
  if (errno === "ENOENT") return { code: "file-missing", file } as const;
  if (errno === "ELOOP") return { code: "file-unsafe", file } as const; // O_NOFOLLOW: it is a link
  return stickFault(error);
}

function kindOf(entry: Dirent | Stats): Entry["type"] {
  if (entry.isFile()) return "file";
  return entry.isDirectory() ? "folder" : "other";
}

const byName = (a: Entry, b: Entry): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
