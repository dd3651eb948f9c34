// @ts-check
import { START } from "./partition-table.mjs";

/** @typedef {keyof typeof FILE_SYSTEMS} FileSystem */

const BEFORE = String(START / 512); // sectors before the partition

// A stick that was pulled is marked as in use, its count of free clusters is old, and what was being written has room
// but no name. Systems put that right by themselves; none of it harms a file.
const AFTER_ANY_PULL = [
  /^There are differences between boot sector and its backup\.\n.*\n {2}65:01\/00\n.*\n/m,
  /^Dirty bit is set\..*\n.*\n/m,
  /^Free cluster summary wrong .*\n.*\n/m,
  /^Reclaimed \d+ unused clusters .*\n/m,
  /^fsck\.fat \d.*\n/m,
  /^Leaving filesystem unchanged\.\n/m,
  /^\/.*: \d+ files, \d+\/\d+ clusters\n/m,
];

/**
 * For each: the number that stands for it in a partition table; what makes it, given a label and a file; what judges it,
 * given a file, and which of its lines are about problems.
 */
export const FILE_SYSTEMS = {
  fat32: {
    type: 0x0c,
    make: ["mkfs.vfat", "-F", "32", "-h", BEFORE, "-n"],
    check: ["fsck.vfat", "-n"],
    problemsIn: (/** @type {string} */ output) =>
      linesOf(AFTER_ANY_PULL.reduce((text, normal) => text.replace(normal, ""), output)),
  },
  exfat: { type: 0x07, make: ["mkfs.exfat", "-L"], check: ["fsck.exfat", "-n"], problemsIn: linesOf },
  ntfs: {
    type: 0x07,
    make: ["mkfs.ntfs", "-F", "-Q", "-p", BEFORE, "-H", "255", "-S", "63", "-L"],
    check: ["ntfsfix", "-n"],
    problemsIn: linesOf,
  },
};

/** @param {string} text */
function linesOf(text) {
  return text.split("\n").filter((line) => line.trim() !== "");
}
