// @ts-check
import { START } from "./partition-table.mjs";

/** @typedef {keyof typeof FILE_SYSTEMS} FileSystem */

const BEFORE = String(START / 512); // sectors before the partition

// A pulled stick is marked as in use, its count of free clusters is old, its second table is behind the first, and a file
// that was being written has clusters but no name. Systems repair this by themselves, and it damages no file. fsck may
// report it more than once, because it starts again after it found another problem.
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
 * For each file system: its number in a partition table; the command that makes it, to which a label and a file are added;
 * the command that checks it, to which a file is added; and the problems in that command's output.
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
 * Returns one text for each problem. fsck names the file in one line, and describes the problem in further, indented lines.
 * @param {string} text
 */
function problemsOf(text) {
  return text
    .replaceAll(/\n +/g, " ")
    .split("\n")
    .filter((line) => line.trim() !== "");
}
