import { type FileHandle, lstat, open, rename, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { temporaryName } from "../../core/stick/stick-layout.ts";
import { errnoOf } from "../lib/errno.ts";
import { syncAt, syncFolder } from "../lib/sync-folder.ts";
import { StickError, stickFault } from "./stick-fault.ts";
import { whileHeld } from "./while-held.ts";

/**
 * Proves that a folder's path still leads to the folder that is meant. Asked right before each change in it: the stick may
 * be changed by another program meanwhile, and a link in its place must not lead a write to somewhere else.
 */
export type FolderCheck = () => Promise<Outcome<void>>;

const anyFolder: FolderCheck = async () => ok(undefined);

/**
 * Writes one file so that its name appears only when all of its bytes are on the medium. It replaces a file of that name
 * and one of its temporary name, so the folder must be ours. `stick-name-taken` when something else than a file stands
 * under the temporary name; else what `check` says, or what is wrong with the stick.
 */
export async function writeFileSafely(
  folder: string,
  name: string,
  bytes: Uint8Array,
  check: FolderCheck = anyFolder,
): Promise<Outcome<void>> {
  try {
    await demand(check);
    const created = await createBeside(join(folder, temporaryName(name)), check);
    if (created === null) return err({ code: "stick-name-taken", file: temporaryName(name) });
    let written = created.path;
    try {
      await writeThrough(created.handle, bytes, folder, check);
      for (const next of [...created.renames, join(folder, name)]) {
        await demand(check);
        await whileHeld(next, async () => {
          await rename(written, next);
          written = next;
          // FAT keeps a file's size in its folder's entry, and a renamed file's entry starts with 0 until the file is
          // synced again. Without this sync a stick that is pulled long afterwards shows an empty file.
          await syncAt(next, "r+");
        });
      }
    } catch (error) {
      // A full stick must not keep half a file, and no record may stay that was not proven. But the name of a leftover must
      // not become free now. The first error is reported.
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
 * Creates a file under a temporary name; null when something else than a file has that name. A file that has it is a
 * leftover of a write that was cut off, or the marker of a fetch. It stays as it is until the new file is renamed onto it:
 * - It is never extended. On FAT its cluster chain may be longer than its size; Linux then reports a broken chain and
 *   closes the stick for writing.
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
 * Creates a file under a name that no other program waits for. `wx` follows no link and opens no file that is there. A
 * leftover of an earlier write is removed first; null when something else than a file has the name.
 */
export async function createTemporary(path: string, check: FolderCheck = anyFolder): Promise<FileHandle | null> {
  try {
    return await open(path, "wx");
  } catch (error) {
    if (errnoOf(error) !== "EEXIST") throw error;
  }
  if (!(await lstat(path)).isFile()) return null;
  await removeFile(path, check);
  return await open(path, "wx");
}

/** Removes a file of ours, and puts that on the medium. Throws what the system throws, or what `check` says. */
export async function removeFile(path: string, check: FolderCheck = anyFolder): Promise<void> {
  await demand(check);
  await whileHeld(path, async () => {
    await unlink(path);
    await syncFolder(dirname(path));
  });
}

/**
 * Writes a new file of a folder, puts it on the medium, and closes it in any case. The folder is checked once more before
 * the first byte: the file was created by its path, which may have led elsewhere by then.
 */
export async function writeThrough(
  handle: FileHandle,
  bytes: Uint8Array,
  folder: string,
  check: FolderCheck = anyFolder,
): Promise<void> {
  try {
    await demand(check);
    await handle.writeFile(bytes);
    // A sync of the file puts its entry on the medium first, and FAT's table of what is in use after it. Pulled in
    // between, Linux locks the stick when that file is deleted. The folder's sync writes the table alone, before that.
    await syncFolder(folder);
    // exFAT and FAT have no journal: without this sync a pulled stick shows the file with 0 bytes.
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function demand(check: FolderCheck): Promise<void> {
  const checked = await check();
  if (!checked.ok) throw new StickError(checked.error);
}
