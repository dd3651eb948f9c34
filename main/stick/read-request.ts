import { join } from "node:path";
import type { Outcome } from "../../core/problem.ts";
import { ok } from "../../core/result.ts";
import type { FolderEntry } from "../../core/stick/folder-entry.ts";
import { recordFiles } from "../../core/stick/records.ts";
import { keyToRead } from "../../core/stick/request-findings.ts";
import {
  FETCH_MARKER,
  isRequestFile,
  isSystemName,
  KEYFERRY_FOLDER,
  limits,
  stickFiles,
} from "../../core/stick/stick-layout.ts";
import { decodeRecord } from "../lib/decode-text.ts";
import { fingerprintOf } from "../lib/sha256.ts";
import { type Entry, entryAt, listFolder, readFileSafely, sizeOfFile } from "./entries.ts";
import { shownPath } from "./paths.ts";

/** The contents of a request's folder: our files, and the names of foreign ones. */
export interface RequestFiles {
  readonly entries: readonly FolderEntry[];
  readonly foreign: readonly string[];
}

const TEXTS: readonly string[] = [...Object.values(recordFiles), stickFiles.url];
/** Traces of a fetch. Only their presence matters, so they are not read. */
const PRESENCE_ONLY: readonly string[] = [FETCH_MARKER, stickFiles.refusal];

/**
 * Reads one request's folder: its records, its URL, and only the key that decides its state. `allowance` is the most bytes
 * that it reads.
 */
export async function readRequest(root: string, folder: string, allowance: number): Promise<Outcome<RequestFiles>> {
  const path = join(root, KEYFERRY_FOLDER, folder);
  const listing = await listFolder(path, limits.requestEntries, shownPath(KEYFERRY_FOLDER, folder));
  if (!listing.ok) return listing;
  const { entries: listed, cutShort } = listing.value;
  const found = new Map(listed.map((entry) => [entry.name, entry]));
  // Many other files may cut the listing short. Then this looks up our own files by name.
  const find = async (name: string): Promise<Entry | null> => {
    const entry = found.get(name) ?? (cutShort ? await entryAt(path, name) : null);
    if (entry !== null) found.set(name, entry);
    return entry;
  };
  await Promise.all(PRESENCE_ONLY.map(find));
  const entries: FolderEntry[] = [];
  let left = allowance;
  const take = async (name: string, limit: number): Promise<void> => {
    const entry = await find(name);
    if (entry === null) return;
    const read = await readEntry(path, entry, Math.min(limit, left));
    if (read.sha256 !== null) left -= read.bytes;
    entries.push(limit > left && read.sha256 === null ? { ...read, limit: left } : read);
  };
  for (const name of TEXTS) await take(name, name === stickFiles.url ? limits.url : limits.text);
  const key = keyToRead(folder, entries);
  if (key !== null) await take(key.name, Math.min(key.bytes, limits.key)); // a larger file is not this key
  const read = new Set(entries.map(({ name }) => name));
  const rest = [...found.values()].filter(({ name }) => !read.has(name) && !isSystemName(name));
  const foreign = rest.filter(({ name }) => !isRequestFile(name)).map(({ name }) => name);
  return ok({
    entries: [...entries, ...rest.filter(({ name }) => isRequestFile(name)).map((entry) => unread(entry, 0))],
    foreign: [...foreign, ...(cutShort ? ["…"] : [])].map((name) => shownPath(KEYFERRY_FOLDER, folder, name)),
  });
}

async function readEntry(path: string, entry: Entry, limit: number): Promise<FolderEntry> {
  const { name, type } = entry;
  if (type !== "file") return unread(entry, 0);
  const bytes = await readFileSafely(join(path, name), limit, name);
  if (!bytes.ok) return unread(entry, (await sizeOfFile(join(path, name))) ?? 0);
  const text = TEXTS.includes(name) ? decodeRecord(bytes.value) : null;
  const line = name === stickFiles.url ? fingerprintOf(withoutLineEnd(bytes.value)) : null;
  return { name, type, ...fingerprintOf(bytes.value), text, line };
}

const unread = ({ name, type }: Entry, bytes: number): FolderEntry => {
  return { name, type: type === "file" ? "file" : "other", bytes, sha256: null, text: null, line: null };
};

const LF = 0x0a;
const CR = 0x0d;

function withoutLineEnd(bytes: Uint8Array): Uint8Array {
  if (bytes.at(-1) !== LF) return bytes;
  return bytes.subarray(0, bytes.at(-2) === CR ? -2 : -1);
}
