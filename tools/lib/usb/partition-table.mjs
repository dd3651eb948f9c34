// @ts-check
import { truncate, writeFile } from "node:fs/promises";

const SECTOR = 512;

/** Where the partition begins, in bytes: after the first MiB, as on sticks from a shop. */
export const START = 1024 * 1024;

/**
 * Writes the image of a disk with one partition, which fills the disk.
 * @param {string} file
 * @param {number} bytes the disk's size
 * @param {number} type the number of the file system
 */
export async function writePartitionTable(file, bytes, type) {
  const table = Buffer.alloc(SECTOR);
  const entry = table.subarray(446); // the first of four
  entry.writeUInt32LE(0xff_ff_fe_00, 0); // not bootable; cylinder, head and sector: "use the block numbers"
  entry.writeUInt32LE(0xff_ff_fe_00 + type, 4);
  entry.writeUInt32LE(START / SECTOR, 8);
  entry.writeUInt32LE((bytes - START) / SECTOR, 12);
  table.writeUInt32LE(0x4b46_0001, 440); // the disk's signature; lsblk derives the partition's UUID from it
  table.writeUInt16LE(0xaa55, SECTOR - 2);
  await writeFile(file, table);
  await truncate(file, bytes);
}
