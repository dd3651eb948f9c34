// @ts-check
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { run } from "../run.mjs";
import { FILE_SYSTEMS } from "./file-systems.mjs";
import { START, writePartitionTable } from "./partition-table.mjs";
import { sparseCopy } from "./sparse-copy.mjs";

/**
 * @typedef {object} Stick
 * @property {string} image file with the whole stick, partition table included
 * @property {string} pristine file with the original image
 * @property {import("./file-systems.mjs").FileSystem} fileSystem
 */

/**
 * @typedef {object} StickOptions
 * @property {import("./file-systems.mjs").FileSystem} [fileSystem] FAT32 by default
 * @property {string} [label]
 * @property {number} [megabytes] its size, in MiB
 * @property {Record<string, string | Uint8Array>} [files] its files, by path; FAT32 only
 */

// The files that fsck makes from clusters that belong to no file.
const SALVAGED = /^FSCK\d{4}\.REC$/;

/**
 * Makes a stick like those from a shop: one partition with a file system.
 * @param {string} folder for its image files
 * @param {StickOptions} [options]
 * @returns {Promise<Stick>}
 */
export async function makeStick(folder, options = {}) {
  const { fileSystem = "fat32", label = "KINGSTON", megabytes = 64, files = {} } = options;
  const pristine = path.join(folder, `${label}.pristine`);
  const partition = path.join(folder, `${label}.partition`);
  const { type, make } = FILE_SYSTEMS[fileSystem];
  const bytes = megabytes * 1024 * 1024;
  await writeFile(partition, "");
  await truncate(partition, bytes - START);
  await must([...make, label, partition]);
  if (Object.keys(files).length > 0) await putFiles(partition, files);
  await writePartitionTable(pristine, bytes, type);
  await sparseCopy({ file: partition }, { file: pristine, offset: START });
  await rm(partition);
  const stick = { image: path.join(folder, `${label}.img`), pristine, fileSystem };
  await restoreStick(stick);
  return stick;
}

/**
 * Restores a stick's original image. The stick must not be plugged in. Takes about 10 ms.
 * @param {Stick} stick
 */
export async function restoreStick({ pristine, image }) {
  await sparseCopy({ file: pristine }, { file: image });
}

/**
 * Checks a stick's file system on the medium, without repairing it. Also works while the stick is plugged in.
 * @param {Stick} stick
 * @returns {Promise<{ problems: string[], output: string }>} `problems`: fsck's findings, except those of every pull
 */
export async function checkStick(stick) {
  return await withPartition(stick, async (partition) => {
    const { check, problemsIn } = FILE_SYSTEMS[stick.fileSystem];
    const { code, output } = await run(...program([...check, partition]));
    return { problems: code === 0 ? [] : problemsIn(output), output };
  });
}

/**
 * Reads all files of a FAT32 stick from the medium, without mounting it. An incomplete file has the length that fsck gives
 * it.
 * @param {Stick} stick
 * @returns {Promise<Record<string, Buffer>>} their content by their path
 */
export async function readStick(stick) {
  const folder = await mkdtemp(`${stick.image}.files`);
  try {
    await unpackStick(stick, folder);
    const names = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = names.filter((name) => name.isFile()).map((name) => path.join(name.path, name.name));
    return Object.fromEntries(
      await Promise.all(files.map(async (file) => [path.relative(folder, file), await readFile(file)])),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * Copies all files from a FAT32 stick's medium into a folder of this computer, so that the product itself can read them.
 * @param {Stick} stick
 * @param {string} folder that exists and is empty
 */
export async function unpackStick(stick, folder) {
  await withPartition(stick, async (partition) => {
    // mcopy stops at the first incomplete file, so fsck repairs the copy before. One run may not be enough: fsck may find
    // faults in its own repair of a broken folder.
    for (let tries = 3; tries > 0; tries -= 1) {
      if ((await run(...program(["fsck.vfat", "-a", partition]))).code === 0) break;
    }
    await must(["mcopy", "-s", "-m", "-n", "-i", partition, "::/", folder]);
    for (const name of await readdir(folder)) if (SALVAGED.test(name)) await rm(path.join(folder, name));
  });
}

/**
 * @template T
 * @param {Stick} stick
 * @param {(partition: string) => Promise<T>} work gets a copy of the partition, which it may change
 */
async function withPartition({ image }, work) {
  const partition = `${image}.partition`;
  try {
    await sparseCopy({ file: image, offset: START }, { file: partition });
    return await work(partition);
  } finally {
    await rm(partition, { force: true });
  }
}

/**
 * @param {string} partition
 * @param {Record<string, string | Uint8Array>} files
 */
async function putFiles(partition, files) {
  const folder = `${partition}.files`;
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  const top = new Set(Object.keys(files).map((name) => path.join(folder, name.split("/", 1)[0] ?? "")));
  await must(["mcopy", "-s", "-i", partition, ...top, "::/"]);
  await rm(folder, { recursive: true });
}

/** @param {readonly string[]} words */
async function must(words) {
  const { code, output } = await run(...program(words));
  if (code !== 0) throw new Error(`${words.join(" ")} failed (exit ${code})\n${output}`);
}

/**
 * Sets the locale, because mtools write names in its characters.
 * @param {readonly string[]} words
 * @returns {Parameters<typeof run>}
 */
function program([command = "", ...args]) {
  return [command, args, { env: { LC_ALL: "C.UTF-8", MTOOLS_SKIP_CHECK: "1" } }];
}
