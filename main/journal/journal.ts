import { type FileHandle, mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import { type JournalEntry, journalLine, parseJournal } from "../../core/journal/journal-entry.ts";
import type { Outcome, Problem } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { errnoOf } from "../lib/errno.ts";
import { syncFolder } from "../lib/sync-folder.ts";

const FILE = "journal.jsonl";
/** As much of the record is read (bytes, its newest part): tens of thousands of fetches. */
const READ_LIMIT = 16 * 1024 * 1024;
const LF = 0x0a;

/** This computer's record of fetches: lines are added, and nothing in it is ever changed. */
export interface Journal {
  /** Adds an entry. Done when it is on the disk; `record-unwritable` when it is not. */
  append(entry: JournalEntry): Promise<Outcome<void>>;
  /** What was recorded, oldest first. A record that is not there yet, or cannot be read, knows of nothing. */
  read(): Promise<readonly JournalEntry[]>;
}

/** The record in `<home>/journal.jsonl`, made when the first entry is added. `readLimit` in bytes. */
export function openJournal(home: string, readLimit = READ_LIMIT): Journal {
  let last: Promise<unknown> = Promise.resolve();
  let gathering: { readonly lines: string[]; readonly added: Promise<Outcome<void>> } | null = null;

  /** One write after the other. What is to be added while one is under way goes with the next: one sync for all. */
  const gather = () => {
    const lines: string[] = [];
    const added = last.then(() => {
      gathering = null;
      return addText(home, lines.join(""));
    });
    last = added;
    return { lines, added };
  };
  return {
    append: (entry) => {
      gathering ??= gather();
      gathering.lines.push(journalLine(entry));
      return gathering.added;
    },
    read: async () => parseJournal(await newestText(join(home, FILE), readLimit)),
  };
}

/** Why this computer's record of fetches cannot be kept: then none is made. */
export const recordUnwritable = (file: string, error: unknown): Problem => ({
  code: "record-unwritable",
  file,
  detail: errnoOf(error) ?? String(error),
});

async function addText(home: string, text: string): Promise<Outcome<void>> {
  const path = join(home, FILE);
  try {
    const handle = await openMade(home, path);
    try {
      const { size } = await handle.stat();
      // A line that was torn by a crash must not take the next one with it.
      const torn = size > 0 && (await handle.read(Buffer.alloc(1), 0, 1, size - 1)).buffer[0] !== LF;
      await handle.appendFile(torn ? `\n${text}` : text);
      await handle.datasync();
      if (size === 0) await syncFolder(home);
    } finally {
      await handle.close();
    }
    return ok(undefined);
  } catch (error) {
    return err(recordUnwritable(path, error));
  }
}

async function openMade(home: string, path: string): Promise<FileHandle> {
  try {
    return await open(path, "a+", 0o600);
  } catch (error) {
    if (errnoOf(error) !== "ENOENT") throw error;
  }
  await mkdir(home, { recursive: true });
  return await open(path, "a+", 0o600);
}

async function newestText(path: string, limit: number): Promise<string> {
  try {
    const handle = await open(path, "r");
    try {
      const { size } = await handle.stat();
      const start = Math.max(0, size - limit);
      const buffer = Buffer.alloc(size - start);
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, start);
      const text = buffer.toString("utf8", 0, bytesRead);
      return start === 0 ? text : text.slice(text.indexOf("\n") + 1); // not the rest of a line
    } finally {
      await handle.close();
    }
  } catch {
    return ""; // not there yet; where it cannot be read it can hardly be written, and that stops the fetch
  }
}
