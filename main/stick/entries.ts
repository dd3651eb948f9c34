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

// Without links, and without waiting for a pipe's other end. Where a system lacks a flag it is undefined, and `|` takes
// it for 0: there the check of the entry's type before and of the open file afterwards remain.
const OPEN_SAFELY = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Lists a real folder, at most `limit` entries of it. A link to a folder is `file-unsafe`, none at all `file-missing`. */
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
 * `shown` names it in a problem: `file-missing`, `file-unsafe`, `file-too-large`, or what is wrong with the stick.
 */
export async function readFileSafely(path: string, limit: number, shown: string): Promise<Outcome<Uint8Array>> {
  try {
    const handle = await open(path, OPEN_SAFELY);
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) return err({ code: "file-unsafe", file: shown });
      if (stats.size > limit) return err({ code: "file-too-large", file: shown, limit });
      const buffer = Buffer.allocUnsafe(stats.size); // so that a file that grows meanwhile is not read without end
      let filled = 0;
      while (filled < buffer.length) {
        const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, filled);
        if (bytesRead === 0) break; // it shrank
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

/** One entry by its name, for a listing that was cut short; null when there is none. */
export async function entryAt(folder: string, name: string): Promise<Entry | null> {
  try {
    return { name, type: kindOf(await lstat(join(folder, name))) };
  } catch {
    return null; // not there, or not to be asked: in both cases there is nothing to read
  }
}

/** A regular file's size in bytes, without opening it; null when it is none, or is gone. */
export async function sizeOfFile(path: string): Promise<number | null> {
  try {
    const stats = await lstat(path);
    return stats.isFile() ? stats.size : null;
  } catch {
    return null; // it went away between the listing and now: then there is nothing to offer
  }
}

function unreadable(error: unknown, file: string) {
  const errno = errnoOf(error);
  if (errno === "ENOENT") return { code: "file-missing", file } as const;
  if (errno === "ELOOP") return { code: "file-unsafe", file } as const; // O_NOFOLLOW met a link
  return stickFault(error);
}

function kindOf(entry: Dirent | Stats): Entry["type"] {
  if (entry.isFile()) return "file";
  return entry.isDirectory() ? "folder" : "other";
}

const byName = (a: Entry, b: Entry): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
