import { type FileHandle, lstat, open, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { temporaryName } from "../../core/stick/stick-layout.ts";
import { errnoOf } from "../lib/errno.ts";
import { syncFolder } from "../lib/sync-folder.ts";
import { StickError, stickFault } from "./stick-fault.ts";
import { renameOnto, whileHeld } from "./while-held.ts";

/**
 * Checks that a path still leads to the intended folder. Called right before each change in the folder: another program
 * may have put a link in its place, and the link must not lead a write to another folder.
 */
export type FolderCheck = () => Promise<Outcome<void>>;

/** For a folder outside the stick, which the technician chose: a link in its place is the technician's own. */
export const anyFolder: FolderCheck = async () => ok(undefined);

/**
 * Writes one file so that its name appears only when all of its bytes are on the medium. It replaces a file of that name
 * and one of its temporary name, so the folder must be Keyferry's own. Errors: `stick-name-taken` when the temporary name
 * belongs to something other than a file, the error of `check`, or a `stickFault`.
 */
export async function writeFileSafely(
  folder: string,
  name: string,
  bytes: Uint8Array,
  check: FolderCheck,
): Promise<Outcome<void>> {
  try {
    await assertFolder(check);
    const created = await createBeside(join(folder, temporaryName(name)), check);
    if (created === null) return err({ code: "stick-name-taken", file: temporaryName(name) });
    let written = created.path;
    try {
      await writeThrough(created.handle, bytes, folder, check);
      for (const next of [...created.renames, join(folder, name)]) {
        await assertFolder(check);
        await renameOnto(written, next, () => {
          written = next;
        });
      }
    } catch (error) {
      // Half a file must not fill the stick, and a record that was not verified must not stay. But the name of a leftover
      // must not become free now: see `createBeside`. The first error is reported.
      if (!created.renames.includes(written)) await removeFile(written, check).catch(() => undefined);
      throw error;
    }
    await syncFolder(folder);
    return ok(undefined);
  } catch (error) {
    return err(stickFault(error, bytes.length, name));
  }
}

/** A new file that is still open, and the names that it gets before its final one. */
interface Created {
  readonly handle: FileHandle;
  readonly path: string;
  readonly renames: readonly string[];
}

/**
 * Creates a file under a temporary name; null when something other than a file has that name. A file that has it is a
 * leftover of an interrupted write, or a fetch marker. It stays as it is until the new file is renamed onto it:
 * - It is never extended. On FAT its cluster chain may be longer than its size; Linux then reports a broken chain and
 *   makes the stick read-only.
 * - Its name is never free. Another program could take the marker's name and contact ALAS a second time: see `claimRequest`.
 */
async function createBeside(temporary: string, check: FolderCheck): Promise<Created | null> {
  try {
    return { handle: await open(temporary, "wx"), path: temporary, renames: [] };
  } catch (error) {
    if (errnoOf(error) !== "EEXIST") throw error;
  }
  if (!(await lstat(temporary)).isFile()) return null;
  const path = temporaryName(temporary);
  const handle = await createTemporary(path, check);
  return handle && { handle, path, renames: [temporary] };
}

/**
 * Creates a file whose name no other program uses. `wx` follows no link and opens no existing file. Removes the leftover
 * of an earlier write first; null when something other than a file has the name.
 */
export async function createTemporary(path: string, check: FolderCheck): Promise<FileHandle | null> {
  try {
    return await open(path, "wx");
  } catch (error) {
    if (errnoOf(error) !== "EEXIST") throw error;
  }
  if (!(await lstat(path)).isFile()) return null;
  await removeFile(path, check);
  return await open(path, "wx");
}

/** Removes one of our files and syncs the folder. Throws the system's error, or a `StickError` when `check` fails. */
export async function removeFile(path: string, check: FolderCheck): Promise<void> {
  await assertFolder(check);
  await whileHeld(path, async () => {
    await unlink(path);
    await syncFolder(dirname(path));
  });
}

/**
 * Writes and syncs a newly created file, and always closes it. Checks the folder again before the first byte, because the
 * path may have led to another folder when the file was created.
 */
export async function writeThrough(
  handle: FileHandle,
  bytes: Uint8Array,
  folder: string,
  check: FolderCheck,
): Promise<void> {
  try {
    await assertFolder(check);
    await handle.writeFile(bytes);
    // A file's sync writes its folder entry first and FAT's allocation table second. If the stick is pulled in between,
    // Linux makes it read-only when that file is deleted. The folder's sync writes the table alone, before the entry.
    await syncFolder(folder);
    // exFAT and FAT have no journal: without this sync a pulled stick shows the file with 0 bytes.
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function assertFolder(check: FolderCheck): Promise<void> {
  const checked = await check();
  if (!checked.ok) throw new StickError(checked.error);
}
