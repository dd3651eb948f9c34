import { lstat } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "../../core/problem.ts";
import { KEYFERRY_FOLDER, stickFiles, temporaryName } from "../../core/stick/stick-layout.ts";
import { keyferryPath } from "./paths.ts";
import { createTemporary, removeFile, writeThrough } from "./safe-write.ts";
import type { Stick } from "./stick.ts";
import { stickFault } from "./stick-fault.ts";

const BYTES = new Uint8Array(512); // a block: less would not reach every medium

/**
 * Whether the stick takes a small file now, which is removed at once: null, or what it met. In KEYFERRY/ where that is
 * there, under a name that a reading knows for a half written file of ours should the stick be pulled in the middle.
 */
export async function probeWrite(stick: Stick): Promise<Problem | null> {
  const there = await stick.check();
  if (!there.ok) return there.error;
  const [folder, name] = (await isFolder(keyferryPath(stick)))
    ? [keyferryPath(stick), temporaryName(stickFiles.nextStep)]
    : [stick.root, temporaryName(KEYFERRY_FOLDER)];
  const path = join(folder, name);
  try {
    const created = await createTemporary(path);
    if (created === null) return null; // something foreign of that name: nothing can be learned without touching it
    try {
      await writeThrough(created, BYTES, folder);
    } finally {
      await removeFile(path);
    }
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
