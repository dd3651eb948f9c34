import { join } from "node:path";
import type { Outcome } from "../../core/problem.ts";
import { ok } from "../../core/result.ts";
import type { FetchProgress } from "../../core/step-results.ts";
import { recordFiles, recordText } from "../../core/stick/records.ts";
import type { KeyFile } from "../../core/stick/stick-contents.ts";
import type { KeyRecord } from "../journal/answer-store.ts";
import { syncAt } from "../lib/sync-folder.ts";
import { commitFiles } from "../stick/commit.ts";
import { freeName } from "../stick/free-name.ts";
import { requestPath } from "../stick/paths.ts";
import { readBack } from "../stick/read-back.ts";
import type { Stick } from "../stick/stick.ts";
import { asBytes } from "./record-head.ts";

type Tell = (phase: FetchProgress["phase"]) => void;

/**
 * Puts a key into its request's folder, and its record last. A key that a cut-off write left there, the same to the last
 * byte, gets its record; beside any other file the new one gets a free name, which the record then gives.
 */
export async function writeKeyToStick(
  stick: Stick,
  folder: string,
  record: KeyRecord,
  bytes: Uint8Array,
  tell: Tell,
): Promise<Outcome<KeyFile>> {
  tell("writing");
  const path = requestPath(stick, folder);
  const free = await freeName(path, record.file.name);
  if (!free.ok) return free;
  const there = free.value !== record.file.name && (await isThere(join(path, record.file.name), bytes));
  const file = { ...record.file, name: there ? record.file.name : free.value };
  const files = [
    ...(there ? [] : [{ name: file.name, bytes }]),
    { name: recordFiles.answer, bytes: asBytes(recordText({ ...record, file })) },
  ];
  const written = await commitFiles(stick, folder, files, () => tell("reading-back"));
  return written.ok ? ok(file) : written;
}

/** Whether a whole copy lies there already, read from the medium and, its size in the folder included, put on it for good. */
async function isThere(path: string, bytes: Uint8Array): Promise<boolean> {
  if (!(await readBack(path, bytes, path)).ok) return false;
  try {
    await syncAt(path, "r+");
    return true;
  } catch {
    return false; // then it is written anew, which tells what is wrong with the stick
  }
}
