import { constants } from "node:fs";
import { type FileHandle, open, rename } from "node:fs/promises";
import { syncAt } from "../lib/sync-folder.ts";

/**
 * Keeps a file or folder open while `work` removes it or renames another file onto it, and syncs the change. FAT frees the
 * clusters of a deleted file when the last program closes it, and Linux may write the allocation table before the folder's
 * entry. A stick that is pulled in between has an entry that points to free clusters, and Linux makes the stick read-only
 * when that file is deleted. With the file held open, the clusters become free only after the entry is on the medium.
 */
export async function whileHeld<T>(path: string, work: () => Promise<T>): Promise<T> {
  const held = await hold(path);
  try {
    return await work();
  } finally {
    await held?.close();
  }
}

/** Renames a file, replaces the file of the new name, and syncs the result. `onRenamed` runs before the sync. */
export async function renameOnto(from: string, to: string, onRenamed?: () => void): Promise<void> {
  await whileHeld(to, async () => {
    await rename(from, to);
    onRenamed?.();
    // FAT keeps a file's size in its folder's entry, and a renamed file's entry starts with 0 until the file is synced
    // again. Without this sync a stick that is pulled long afterwards shows an empty file.
    await syncAt(to, "r+");
  });
}

/** Null when the path does not exist, and on Windows, which writes the entry itself and replaces no open file. */
async function hold(path: string): Promise<FileHandle | null> {
  if (process.platform === "win32") return null;
  try {
    return await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    return null; // missing, or cannot be opened: `work` meets the same error
  }
}
