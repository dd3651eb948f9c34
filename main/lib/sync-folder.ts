import { open } from "node:fs/promises";

/** Puts a new name in a folder on the medium. Ignores errors: Windows opens no folders, some file systems sync none. */
export async function syncFolder(path: string): Promise<void> {
  try {
    await syncAt(path, "r");
  } catch {
    // The file itself is synced. Its name is written at the latest when the stick is ejected, and the read-back verifies it.
  }
}

/** Syncs a closed file or a folder. Throws the system's error. */
export async function syncAt(path: string, flags: "r" | "r+"): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
