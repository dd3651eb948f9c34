import { type FileHandle, lstat, open, rename, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { temporaryName } from "../../core/stick/stick-layout.ts";
import { errnoOf, stickFault } from "./stick-fault.ts";
import { whileHeld } from "./while-held.ts";

/**
 * Writes one file so that its name appears only when all of its bytes are on the medium. What stood under the name is
 * replaced: whether it may be is the caller's decision. `stick-name-taken` when something foreign stands in the way.
 */
export async function writeFileSafely(folder: string, name: string, bytes: Uint8Array): Promise<Outcome<void>> {
  const path = join(folder, name);
  const temporary = join(folder, temporaryName(name));
  try {
    const created = await createTemporary(temporary);
    if (created === null) return err({ code: "stick-name-taken", file: temporaryName(name) });
    try {
      await writeThrough(created, bytes, folder);
      await whileHeld(path, async () => {
        await rename(temporary, path);
        // On FAT the size stands in the name's own entry, and the new name starts with 0: only another sync of the file
        // fills it. Without this one a stick that is pulled long afterwards shows an empty file.
        await syncAt(path, "r+");
      });
    } catch (error) {
      await removeFile(temporary).catch(() => undefined); // a full stick must not keep half a file; the first error is told
      throw error;
    }
    await syncFolder(folder);
    return ok(undefined);
  } catch (error) {
    return err(stickFault(error, bytes.length, name));
  }
}

/**
 * `wx`: follows no link and opens nothing that is there. What an earlier, cut off write of ours left is replaced; null
 * when it is no file, so not ours.
 */
export async function createTemporary(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, "wx");
  } catch (error) {
    if (errnoOf(error) !== "EEXIST") throw error;
  }
  if (!(await lstat(path)).isFile()) return null;
  await removeFile(path);
  return await open(path, "wx");
}

/** Removes a file of ours, and puts that on the medium. Throws what the system throws. */
export async function removeFile(path: string): Promise<void> {
  await whileHeld(path, async () => {
    await unlink(path);
    await syncFolder(dirname(path));
  });
}

/** Writes a file of a folder, puts it on the medium, and closes whatever happens. */
export async function writeThrough(handle: FileHandle, bytes: Uint8Array, folder: string): Promise<void> {
  try {
    await handle.writeFile(bytes);
    // A sync of the file puts its entry on the medium, and then FAT's table of what is in use. Pulled in between, Linux
    // locks the stick as soon as somebody deletes that file. The folder's sync brings the table alone, first.
    await syncFolder(folder);
    // exFAT and FAT have no journal: without this sync a pulled stick shows the file with 0 bytes.
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Puts the new name itself on the medium. Windows opens no folders and some file systems sync none: there it goes last. */
export async function syncFolder(path: string): Promise<void> {
  try {
    await syncAt(path, "r");
  } catch {
    // The file itself is synced; its name follows with the eject, and reading back proves it.
  }
}

/** Puts an open-and-closed file, or a folder, on the medium. Throws what the system throws. */
export async function syncAt(path: string, flags: "r" | "r+"): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
