import { lstat, statfs } from "node:fs/promises";
import { join } from "node:path";
import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { recordFiles } from "../../core/stick/records.ts";
import { KEYFERRY_FOLDER, stickFiles } from "../../core/stick/stick-layout.ts";
import { errnoOf } from "../lib/errno.ts";
import { checkOwnFolder, makeOwnFolder } from "./own-folder.ts";
import { requestPath, shownPath } from "./paths.ts";
import { readBack } from "./read-back.ts";
import { removeFile, writeFileSafely } from "./safe-write.ts";
import type { Stick } from "./stick.ts";
import { stickFault } from "./stick-fault.ts";

/** A file to write into a request's folder. */
export interface NewFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Bytes that must be free in addition to twice the files' size: for folders and NEXT-STEP.txt. */
const RESERVE = 64 * 1024;

// The files that a later step may replace in its own request's folder. A URL, a ticket or a key is never replaced.
const REPLACEABLE: ReadonlySet<string> = new Set([recordFiles.answer, recordFiles.delivery, stickFiles.refusal]);

/**
 * Writes files into a request's folder: the data first, and last the record, which makes the data valid. The record is
 * written after all of the data was read back from the medium, and removed when it cannot be read back itself. A stick that
 * is pulled at any moment holds a state that Keyferry recognizes. Calls `onReadBack` when the reading of the data begins.
 */
export async function commitFiles(
  stick: Stick,
  folder: string,
  files: readonly NewFile[],
  onReadBack?: () => void,
): Promise<Outcome<void>> {
  const path = requestPath(stick, folder);
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const shown = (name: string) => shownPath(KEYFERRY_FOLDER, folder, name);
  const check = () => checkOwnFolder(stick, folder);
  const write = ({ name, bytes }: NewFile) => writeFileSafely(path, name, bytes, check);
  const verify = async ({ name, bytes }: NewFile) => {
    const own = await check();
    return own.ok ? await readBack(join(path, name), bytes, shown(name)) : own;
  };
  const [data, record] = [files.slice(0, -1), files.slice(-1)];
  return await inOrder([
    () => stick.check(),
    () => checkFreeSpace(stick, size),
    () => makeOwnFolder(stick, folder),
    ...files.map(
      ({ name }) =>
        () =>
          checkNameIsFree(path, name, shown(name)),
    ),
    ...data.map((file) => () => write(file)),
    async () => {
      onReadBack?.();
      return ok(undefined);
    },
    ...data.map((file) => () => verify(file)),
    ...record.map((file) => () => write(file)),
    ...record.map((file) => async () => {
      const verified = await verify(file);
      // The record may be intact in the cache only: a later scan would accept it, and the stick would hold no key.
      if (!verified.ok) await removeFile(join(path, file.name), check).catch(() => undefined);
      return verified;
    }),
  ]);
}

/** Runs the steps in sequence, until the first that fails. */
async function inOrder(steps: readonly (() => Promise<Outcome<void>>)[]): Promise<Outcome<void>> {
  for (const step of steps) {
    const done = await step();
    if (!done.ok) return done;
  }
  return ok(undefined);
}

/** Checks that the stick has room for twice these bytes and a reserve. Else `stick-full` with the needed and free bytes. */
export async function checkFreeSpace(stick: Stick, bytes: number): Promise<Outcome<void>> {
  const neededBytes = 2 * bytes + RESERVE;
  try {
    const { bavail, bsize } = await statfs(stick.root);
    const freeBytes = bavail * bsize;
    return freeBytes < neededBytes ? err({ code: "stick-full", neededBytes, freeBytes }) : ok(undefined);
  } catch (error) {
    return err(stickFault(error));
  }
}

/** Checks that the name is free, or belongs to a replaceable file. */
async function checkNameIsFree(folder: string, name: string, shown: string): Promise<Outcome<void>> {
  try {
    const stats = await lstat(join(folder, name));
    return stats.isFile() && REPLACEABLE.has(name) ? ok(undefined) : err({ code: "stick-name-taken", file: shown });
  } catch (error) {
    return errnoOf(error) === "ENOENT" ? ok(undefined) : err(stickFault(error));
  }
}
