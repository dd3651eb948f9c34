// @ts-check
import { START } from "./partition-table.mjs";

/** @typedef {keyof typeof FILE_SYSTEMS} FileSystem */

const BEFORE = String(START / 512); // sectors before the partition

// A stick that was pulled is marked as in use, its count of free clusters is old, its second table is behind the first,
// and what was being written has room but no name. Systems put that right by themselves; none of it harms a file. Some
// of it is said more than once: fsck starts over when it found something else.
const AFTER_ANY_PULL = [
  /^There are differences between boot sector and its backup\.\n.*\n {2}65:01\/00\n.*\n/gm,
  /^Dirty bit is set\..*\n.*\n/gm,
  /^Free cluster summary wrong .*\n.*\n/gm,
  /^FATs differ but appear to be intact\.\s+Using first FAT\.\n/gm,
  /^Reclaimed \d+ unused clusters? .*\n/gm,
  /^fsck\.fat \d.*\n/gm,
  /^Leaving filesystem unchanged\.\n/gm,
  /^\/.*: \d+ files, \d+\/\d+ clusters\n/gm,
];

/**
 * For each: the number that stands for it in a partition table; what makes it, given a label and a file; what judges it,
 * given a file, and which problems it told.
 */
export const FILE_SYSTEMS = {
  fat32: {
    type: 0x0c,
    make: ["mkfs.vfat", "-F", "32", "-h", BEFORE, "-n"],
    check: ["fsck.vfat", "-n"],
    problemsIn: (/** @type {string} */ output) =>
      problemsOf(AFTER_ANY_PULL.reduce((text, normal) => text.replace(normal, ""), output)),
  },
  exfat: { type: 0x07, make: ["mkfs.exfat", "-L"], check: ["fsck.exfat", "-n"], problemsIn: problemsOf },
  ntfs: {
    type: 0x07,
    make: ["mkfs.ntfs", "-F", "-Q", "-p", BEFORE, "-H", "255", "-S", "63", "-L"],
    check: ["ntfsfix", "-n"],
    problemsIn: problemsOf,
  },
};

/**
 * One text for each problem: fsck names the file in one line and what it is in further, indented ones.
 * @param {string} text
 */
function problemsOf(text) {
  return text
    .replaceAll(/\n +/g, " ")
    .split("\n")
    .filter((line) => line.trim() !== "");
}
