import { link, open } from "node:fs/promises";
import type { Outcome } from "../../core/problem.ts";
import { err } from "../../core/result.ts";
import { temporaryName } from "../../core/stick/stick-layout.ts";
import { errnoOf } from "../lib/errno.ts";
import { syncFolder } from "../lib/sync-folder.ts";
import { type TakenName, takeFreeName } from "./free-name.ts";
import { anyFolder, removeFile, writeThrough } from "./safe-write.ts";
import { stickFault } from "./stick-fault.ts";
import { renameOnto } from "./while-held.ts";

/**
 * Writes a new file into a folder that also holds other programs' files: under the wanted name, or the first free numbered
 * one. It replaces no file, not even one that appears meanwhile. The name appears only when all bytes are on the medium.
 * Returns the name and the path of the file, or a `stickFault`.
 */
export async function writeNewFile(
  folder: string,
  wanted: string,
  bytes: Uint8Array,
): Promise<Outcome<TakenName<void>>> {
  const temporary = await takeFreeName(folder, temporaryName(wanted), (path) => open(path, "wx"));
  if (!temporary.ok) return temporary;
  const { path, taken: handle } = temporary.value;
  try {
    await writeThrough(handle, bytes, folder, anyFolder);
    const written = await takeFreeName(folder, wanted, (final) => linkOrRename(path, final));
    await syncFolder(folder);
    return written;
  } catch (error) {
    return err(stickFault(error, bytes.length, wanted));
  } finally {
    await removeFile(path, anyFolder).catch(() => undefined); // already gone after a rename
  }
}

/** Adds a second name to a file, in one call that fails with EEXIST when the name is taken. */
async function linkOrRename(path: string, final: string): Promise<void> {
  try {
    await link(path, final);
  } catch (error) {
    if (errnoOf(error) === "EEXIST") throw error;
    await renameOntoPlaceholder(path, final); // FAT and exFAT have no hard links
  }
}

/** Reserves the name with an empty file, then replaces only that file. */
async function renameOntoPlaceholder(path: string, final: string): Promise<void> {
  await (await open(final, "wx")).close();
  try {
    await renameOnto(path, final);
  } catch (error) {
    await removeFile(final, anyFolder).catch(() => undefined);
    throw error;
  }
}
