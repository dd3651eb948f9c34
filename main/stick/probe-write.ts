import { lstat } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "../../core/problem.ts";
import { KEYFERRY_FOLDER, stickFiles, temporaryName } from "../../core/stick/stick-layout.ts";
import { checkOwnFolder } from "./own-folder.ts";
import { keyferryPath } from "./paths.ts";
import { createTemporary, removeFile, writeThrough } from "./safe-write.ts";
import type { Stick } from "./stick.ts";
import { stickFault } from "./stick-fault.ts";

const BYTES = new Uint8Array(512); // a block: less would not reach every medium

/**
 * Checks that the stick accepts a small file, and removes the file at once. Returns null, or the problem. Writes in
 * KEYFERRY/ if it exists. The file has a temporary name of ours: if the stick is pulled now, a scan recognizes the leftover.
 */
export async function probeWrite(stick: Stick): Promise<Problem | null> {
  const there = await stick.check();
  if (!there.ok) return there.error;
  const isOwn = await isFolder(keyferryPath(stick));
  const [folder, name, check] = isOwn
    ? [keyferryPath(stick), temporaryName(stickFiles.nextStep), () => checkOwnFolder(stick)]
    : [stick.root, temporaryName(KEYFERRY_FOLDER), () => stick.check()];
  const path = join(folder, name);
  try {
    const created = await createTemporary(path, check);
    if (created === null) return null; // something foreign of that name: nothing can be learned without touching it
    try {
      await writeThrough(created, BYTES, folder, check);
    } catch (error) {
      // The write's error tells why the stick cannot be written. The removal's may be another one.
      await removeFile(path, check).catch(() => undefined);
      throw error;
    }
    await removeFile(path, check);
    return null;
  } catch (error) {
    return stickFault(error, BYTES.length);
  }
}

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await lstat(path)).isDirectory();
  } catch {
    return false;
  }
};
