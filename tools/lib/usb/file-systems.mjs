// @ts-check
import { START } from "./partition-table.mjs";

/** @typedef {keyof typeof FILE_SYSTEMS} FileSystem */

const SECTOR = 512;

/**
 * For each: the number that stands for it in a partition table; what makes it, given a label and a file; what judges it,
 * given a file.
 */
export const FILE_SYSTEMS = {
  fat32: { type: 0x0c, make: ["mkfs.vfat", "-F", "32", "-h", `${START / SECTOR}`, "-n"], check: ["fsck.vfat", "-n"] },
  exfat: { type: 0x07, make: ["mkfs.exfat", "-L"], check: ["fsck.exfat", "-n"] },
  ntfs: { type: 0x07, make: ["mkfs.ntfs", "-F", "-Q", "-p", `${START / SECTOR}`, "-H", "255", "-S", "63", "-L"], check: ["ntfsfix", "-n"] },
};
