import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { type AnswerRecord, parseAnswer, recordText, type TicketId, TicketIdSchema } from "../../core/stick/records.ts";
import { limits } from "../../core/stick/stick-layout.ts";
import { decodeRecord } from "../lib/decode-text.ts";
import { fingerprintOf } from "../lib/sha256.ts";
import { syncFolder } from "../lib/sync-folder.ts";
import { readFileSafely } from "../stick/entries.ts";
import { takeFreeName } from "../stick/free-name.ts";

/** Step 2's record of a key. */
export type KeyRecord = Extract<AnswerRecord, { outcome: "key" }>;

/** An intact key that was fetched before, and its record. */
export interface StoredKey {
  readonly record: KeyRecord;
  readonly bytes: Uint8Array;
  readonly path: string;
}

/** ALAS's answers, stored in `<home>/answers/<ticket>/…`. No file is overwritten, and only this user can read them. */
export interface AnswerStore {
  /** Stores and syncs a key and its record. Returns the key's path; null when it could not be stored. */
  storeKey(record: KeyRecord, bytes: Uint8Array): Promise<string | null>;
  /** Stores an answer without a key, for support. Returns its path; null when it is empty, not storable, or one too many. */
  keepRaw(ticketId: TicketId, bytes: Uint8Array): Promise<string | null>;
  /** Returns the key that was fetched for exactly this ticket, if it is stored and intact. */
  find(ticketId: TicketId, ticketSha256: string): Promise<StoredKey | null>;
  /** Returns the tickets with any stored answer. */
  tickets(): Promise<ReadonlySet<string>>;
}

/** Answers are stored for at least the newest 500 tickets. */
const TICKETS = 500;
const SPARE = 50; // so that not every new ticket starts a search for the oldest
const RAW_ANSWERS = 20; // of one ticket, each at most 1 MiB
const RECORD = /^answer(?:-(\d+))?\.json$/;

/** Opens the store in `<home>/answers`. Creates its folders when they are needed. `most`: the tickets that it keeps. */
export function openAnswers(home: string, most = TICKETS): AnswerStore {
  const root = join(home, "answers");
  const ours = new Set<string>(); // tickets of this run, never removed: after a clock was set back they look old

  const folderOf = async (ticketId: TicketId): Promise<string> => {
    const folder = join(root, ticketId);
    const made = await mkdir(folder, { recursive: true, mode: 0o700 });
    ours.add(ticketId);
    if (made !== undefined) {
      await syncFolder(root);
      await removeOldest(root, most, ours).catch(() => undefined); // another process may remove the same folders: the new answer is stored anyway
    }
    return folder;
  };
  return {
    storeKey: (record, bytes) =>
      orNull(async () => {
        const folder = await folderOf(record.ticketId);
        const key = await addFile(folder, record.file.name, bytes);
        const named: KeyRecord = { ...record, file: { ...record.file, name: key.name } };
        await addFile(folder, "answer.json", new TextEncoder().encode(recordText(named))); // contains the key's hash, so an incomplete key is noticed
        await syncFolder(folder);
        return key.path;
      }),
    keepRaw: (ticketId, bytes) =>
      orNull(async () => {
        if (bytes.length === 0) return null;
        const folder = await folderOf(ticketId);
        if ((await readdir(folder)).filter((name) => name.endsWith(".raw")).length >= RAW_ANSWERS) return null;
        const { path } = await addFile(folder, "answer.raw", bytes);
        await syncFolder(folder);
        return path;
      }),
    find: (ticketId, ticketSha256) => orNull(() => newestKey(join(root, ticketId), ticketId, ticketSha256)),
    tickets: async () => new Set(await readdir(root).catch(() => [])),
  };
}

/** Returns null for any error, so that a failing disk of this computer does not stop the write to the stick. */
const orNull = <T>(work: () => Promise<T | null>): Promise<T | null> => work().catch(() => null);

async function addFile(folder: string, wanted: string, bytes: Uint8Array) {
  const created = await takeFreeName(folder, wanted, (path) => open(path, "wx", 0o600));
  if (!created.ok) throw new Error(created.error.code);
  const { name, path, taken: handle } = created.value;
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { name, path };
}

async function newestKey(folder: string, ticketId: TicketId, ticketSha256: string): Promise<StoredKey | null> {
  const number = (name: string): number => Number(RECORD.exec(name)?.[1] ?? 1);
  const names = (await readdir(folder)).filter((name) => RECORD.test(name));
  for (const name of names.toSorted((a, b) => number(b) - number(a))) {
    const text = await readFileSafely(join(folder, name), limits.text, name);
    const record = text.ok ? parseAnswer(decodeRecord(text.value) ?? "") : text;
    if (!record.ok || record.value.outcome !== "key") continue;
    if (record.value.ticketId !== ticketId || record.value.ticketSha256 !== ticketSha256) continue;
    const { file } = record.value;
    const bytes = await readFileSafely(join(folder, file.name), limits.key, file.name);
    if (!bytes.ok || fingerprintOf(bytes.value).sha256 !== file.sha256) continue;
    return { record: record.value, bytes: bytes.value, path: join(folder, file.name) };
  }
  return null;
}

async function removeOldest(root: string, most: number, spared: ReadonlySet<string>): Promise<void> {
  const names = (await readdir(root)).filter((name) => v.is(TicketIdSchema, name));
  if (names.length <= most + SPARE) return;
  const aged = await Promise.all(
    names.map(async (name) => ({ name, changed: (await stat(join(root, name))).mtimeMs })),
  );
  const old = aged.toSorted((a, b) => b.changed - a.changed).slice(most);
  for (const { name } of old) if (!spared.has(name)) await rm(join(root, name), { recursive: true, force: true });
}
