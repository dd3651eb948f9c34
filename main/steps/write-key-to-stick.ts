import { join } from "node:path";
import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import type { FetchResult, NoticeCode } from "../../core/step-results.ts";
import { recordFiles, recordText } from "../../core/stick/records.ts";
import type { KeyFile } from "../../core/stick/stick-contents.ts";
import type { KeyRecord } from "../journal/answer-store.ts";
import { syncAt } from "../lib/sync-folder.ts";
import { commitFiles } from "../stick/commit.ts";
import { freeName } from "../stick/free-name.ts";
import { checkOwnFolder } from "../stick/own-folder.ts";
import { requestPath } from "../stick/paths.ts";
import { readBack } from "../stick/read-back.ts";
import type { FetchJob } from "./fetch-context.ts";
import { asBytes } from "./record-head.ts";

/** A key, and its path on this computer; null when it could not be stored here. */
export interface AvailableKey {
  readonly record: KeyRecord;
  readonly bytes: Uint8Array;
  readonly path: string | null;
  /** ALAS has just sent it; absent for a key that was stored before. */
  readonly counted?: "yes";
}

type Writing = Pick<FetchJob, "stick" | "request" | "context" | "stickMutex" | "reportPhase">;

/** Writes a key to the stick, and finds the reason when that fails. */
export async function writeKeyAndReport(
  fetch: Writing,
  key: AvailableKey,
  warnings: readonly NoticeCode[],
): Promise<FetchResult> {
  const { stick, context, stickMutex } = fetch;
  const { ticketId } = key.record;
  const written = await stickMutex(async () => {
    const result = await writeKeyToStick(fetch, key);
    return result.ok ? result : err(await context.whyUnwritable(stick, result.error));
  });
  if (written.ok) {
    const { name, bytes, sha256 } = written.value;
    return { ticketId, outcome: "key", keyFile: name, bytes, sha256, warnings, verified: true };
  }
  const saved = key.path === null ? {} : { kept: key.path, keptIs: "key" as const };
  const cost = key.counted === undefined ? {} : { counted: key.counted };
  return { ticketId, outcome: "failed", error: written.error, verified: false, ...cost, ...saved };
}

/**
 * Writes a key into its request's folder, and its record last. When an interrupted write left an identical key there, only
 * the record is written. When another file has the key's name, the key gets a free name, which the record contains.
 */
async function writeKeyToStick(
  { stick, request: { folder }, reportPhase }: Writing,
  { record, bytes }: AvailableKey,
): Promise<Outcome<KeyFile>> {
  reportPhase("writing");
  const own = await checkOwnFolder(stick, folder);
  // Reads no file through a link. `commitFiles` creates a missing folder, and reports any other error.
  if (!own.ok && own.error.code === "stick-name-taken") return own;
  const path = requestPath(stick, folder);
  const free = await freeName(path, record.file.name);
  if (!free.ok) return free;
  const exists = free.value !== record.file.name && (await isOnStick(join(path, record.file.name), bytes));
  const file = { ...record.file, name: exists ? record.file.name : free.value };
  const files = [
    ...(exists ? [] : [{ name: file.name, bytes }]),
    { name: recordFiles.answer, bytes: asBytes(recordText({ ...record, file })) },
  ];
  const written = await commitFiles(stick, folder, files, () => reportPhase("reading-back"));
  return written.ok ? ok(file) : written;
}

/** Whether the medium holds an identical file. Syncs it, because FAT may not have its size on the medium yet. */
async function isOnStick(path: string, bytes: Uint8Array): Promise<boolean> {
  if (!(await readBack(path, bytes, path)).ok) return false;
  try {
    await syncAt(path, "r+");
    return true;
  } catch {
    return false; // then the key is written again, which reports the stick's error
  }
}
