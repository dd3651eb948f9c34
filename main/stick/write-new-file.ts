import { link, open, rename } from "node:fs/promises";
import type { Outcome } from "../../core/problem.ts";
import { err } from "../../core/result.ts";
import { temporaryName } from "../../core/stick/stick-layout.ts";
import { errnoOf } from "../lib/errno.ts";
import { syncAt, syncFolder } from "../lib/sync-folder.ts";
import { type TakenName, takeFreeName } from "./free-name.ts";
import { removeFile, writeThrough } from "./safe-write.ts";
import { stickFault } from "./stick-fault.ts";
import { whileHeld } from "./while-held.ts";

/**
 * Writes a new file of a folder that may be anyone's: under the wanted name, or the first numbered one that is free. It
 * replaces no file, not even one that appears meanwhile. Its name appears only when all of its bytes are on the medium.
 * Gives the name and the path that it got, or what is wrong with the folder.
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
    await writeThrough(handle, bytes, folder);
    const written = await takeFreeName(folder, wanted, (final) => giveName(path, final));
    await syncFolder(folder);
    return written;
  } catch (error) {
    return err(stickFault(error, bytes.length, wanted));
  } finally {
    await removeFile(path).catch(() => undefined); // gone already where it was renamed
  }
}

/** Gives a file a second name, in one call that fails with EEXIST where something has that name. */
async function giveName(path: string, final: string): Promise<void> {
  try {
    await link(path, final);
  } catch (error) {
    if (errnoOf(error) === "EEXIST") throw error;
    await renameOntoOwn(path, final); // FAT and exFAT have no second names
  }
}

/** Takes the name by an empty file of its own, and replaces only that one. */
async function renameOntoOwn(path: string, final: string): Promise<void> {
  await (await open(final, "wx")).close();
  try {
    await whileHeld(final, async () => {
      await rename(path, final);
      await syncAt(final, "r+"); // FAT has the size under the new name only after this: see `writeFileSafely`
    });
  } catch (error) {
    await removeFile(final).catch(() => undefined);
    throw error;
  }
}
