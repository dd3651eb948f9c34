import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";

/**
 * Takes a name away from its file or folder, by a removal or by a rename onto it, while that is held open. FAT gives the
 * room of a file back as soon as no program has it open, and Linux may write the table of what is in use before the name's
 * own entry. Pulled in between, the name leads to room that is not in use, and Linux locks the stick when that file is
 * deleted. `work` must put the entry on the medium; only then is the room given back.
 */
export async function whileHeld<T>(path: string, work: () => Promise<T>): Promise<T> {
  const held = await hold(path);
  try {
    return await work();
  } finally {
    await held?.close();
  }
}

/** Null where nothing stands, and on Windows: it writes the entry itself, and replaces no file that is open. */
async function hold(path: string): Promise<FileHandle | null> {
  if (process.platform === "win32") return null;
  try {
    return await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    return null; // not there, or not to be opened: whatever that is, `work` meets it too
  }
}
