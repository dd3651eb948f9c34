import { open } from "node:fs/promises";

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
