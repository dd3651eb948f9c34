import { constants, type FileHandle, lstat, open, rename, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { temporaryName } from "../../core/stick/stick-layout.ts";
import { errnoOf } from "../lib/errno.ts";
import { syncAt, syncFolder } from "../lib/sync-folder.ts";
import { stickFault } from "./stick-fault.ts";
import { whileHeld } from "./while-held.ts";

/**
 * Writes one file so that its name appears only when all of its bytes are on the medium. What stood under the name is
 * replaced, and so is a file that stood under the temporary one, which is ours in a folder of ours: elsewhere the caller
 * gives one that is free. `stick-name-taken` when something foreign stands in the way.
 */
export async function writeFileSafely(
  folder: string,
  name: string,
  bytes: Uint8Array,
  partName = temporaryName(name),
): Promise<Outcome<void>> {
  const path = join(folder, name);
  const temporary = join(folder, partName);
  let written = temporary;
  try {
    const created = await createTemporary(temporary, bytes.length);
    if (created === null) return err({ code: "stick-name-taken", file: partName });
    try {
      await writeThrough(created, bytes, folder);
      await whileHeld(path, async () => {
        await rename(temporary, path);
        written = path;
        // On FAT the size stands in the name's own entry, and the new name starts with 0: only another sync of the file
        // fills it. Without this one a stick that is pulled long afterwards shows an empty file.
        await syncAt(path, "r+");
      });
    } catch (error) {
      // A full stick must not keep half a file, nor any a record of what was not proven; the first error is told.
      await removeFile(written).catch(() => undefined);
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
 * when it is no file, so not ours. `length`: how many bytes will be written.
 */
export async function createTemporary(path: string, length = 0): Promise<FileHandle | null> {
  try {
    return await open(path, "wx");
  } catch (error) {
    if (errnoOf(error) !== "EEXIST") throw error;
  }
  if (!(await lstat(path)).isFile()) return null;
  const left = await openLeft(path, length);
  if (left !== null) return left;
  await removeFile(path);
  return await open(path, "wx");
}

/**
 * What was left, to be written over where it lies, if nothing of it would stay: a name that is never free meanwhile can be
 * taken by nobody. That of a fetch's mark is; see `claimRequest`.
 */
async function openLeft(path: string, length: number): Promise<FileHandle | null> {
  const handle = await open(path, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0)); // Windows knows no such flag
  const { size, nlink } = await handle.stat();
  if (size <= length && nlink === 1) return handle;
  await handle.close();
  return null;
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
