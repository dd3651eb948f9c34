// @ts-check
import { readFile, writeFile } from "node:fs/promises";

// A FAT folder is a list of such entries. [Microsoft, FAT specification 1.03, section 6]
const ENTRY_BYTES = 32;
const ATTRIBUTES_AT = 11;
const SIZE_AT = 28;
const ARCHIVE = 0x20; // the only attribute of a file that mtools wrote

/**
 * Sets the recorded size of files to 0 and leaves them all of their clusters, as a pull during a write does. Finds the files
 * by their size, so no other file of the stick may have that size.
 * @param {import("./stick.mjs").Stick} stick FAT; not plugged in
 * @param {number} size of the files, in bytes
 * @returns {Promise<number>} how many files it found
 */
export async function forgetSize({ image, pristine }, size) {
  const bytes = await readFile(pristine);
  let found = 0;
  for (let at = 0; at < bytes.length; at += ENTRY_BYTES) {
    if (bytes[at + ATTRIBUTES_AT] !== ARCHIVE || bytes.readUInt32LE(at + SIZE_AT) !== size) continue;
    bytes.writeUInt32LE(0, at + SIZE_AT);
    found += 1;
  }
  await Promise.all([writeFile(pristine, bytes), writeFile(image, bytes)]);
  return found;
}
