import { type FileHandle, mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import { type JournalEntry, journalLine, parseJournal } from "../../core/journal/journal-entry.ts";
import type { Outcome, Problem } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { errnoOf } from "../lib/errno.ts";
import { syncFolder } from "../lib/sync-folder.ts";

const FILE = "journal.jsonl";
/** Only the newest part of the journal is read (bytes): tens of thousands of fetches. */
const READ_LIMIT = 16 * 1024 * 1024;
const LF = 0x0a;

/** This computer's append-only record of fetches. */
export interface Journal {
  /** Appends and syncs an entry; `record-unwritable` when that fails. */
  append(entry: JournalEntry): Promise<Outcome<void>>;
  /** Returns the entries, oldest first; none when the file is missing or unreadable. */
  read(): Promise<readonly JournalEntry[]>;
}

/** Opens `<home>/journal.jsonl`, which the first entry creates. `readLimit` in bytes. */
export function openJournal(home: string, readLimit = READ_LIMIT): Journal {
  let last: Promise<unknown> = Promise.resolve();
  let batch: { readonly lines: string[]; readonly added: Promise<Outcome<void>> } | null = null;

  /** Starts the next batch: entries that arrive during a write are written together, with one sync. */
  const startBatch = () => {
    const lines: string[] = [];
    const added = last.then(() => {
      batch = null;
      return addText(home, lines.join(""));
    });
    last = added;
    return { lines, added };
  };
  return {
    append: (entry) => {
      batch ??= startBatch();
      batch.lines.push(journalLine(entry));
      return batch.added;
    },
    read: async () => parseJournal(await newestText(join(home, FILE), readLimit)),
  };
}

/** The problem when the journal or a lock cannot be written: then no fetch is made. */
export const recordUnwritable = (file: string, error: unknown): Problem => ({
  code: "record-unwritable",
  file,
  detail: errnoOf(error) ?? String(error),
});

async function addText(home: string, text: string): Promise<Outcome<void>> {
  const path = join(home, FILE);
  try {
    const handle = await openOrCreate(home, path);
    try {
      const { size } = await handle.stat();
      // A line that a crash cut off must not corrupt the next one.
      const cutOff = size > 0 && (await handle.read(Buffer.alloc(1), 0, 1, size - 1)).buffer[0] !== LF;
      await handle.appendFile(cutOff ? `\n${text}` : text);
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

async function openOrCreate(home: string, path: string): Promise<FileHandle> {
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
      return start === 0 ? text : text.slice(text.indexOf("\n") + 1); // drops the rest of a cut line
    } finally {
      await handle.close();
    }
  } catch {
    return ""; // missing, or unreadable: then the write before a fetch fails too, and stops it
  }
}
