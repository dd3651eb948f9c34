// @ts-check
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";

const PERMISSIONS = 0o777;

/**
 * Unpacks a zip file's regular files with their permissions.
 * @param {string} zip
 * @param {string} folder
 * @param {(name: string) => string | undefined} place returns the entry's path in the folder; undefined leaves it out
 */
export async function unzip(zip, folder, place) {
  const { openPromise } = await import("yauzl");
  const archive = await openPromise(zip);
  for await (const entry of archive.eachEntry()) {
    const name = entry.fileName.endsWith("/") ? undefined : place(entry.fileName);
    if (name === undefined) continue;
    const target = path.join(folder, name);
    await mkdir(path.dirname(target), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & PERMISSIONS;
    await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(target, { mode }));
  }
}
