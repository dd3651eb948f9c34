// @ts-check
import { readFileSync, statSync } from "node:fs";

/**
 * Returns a file's text; undefined when the file is missing, which is normal for a stamp.
 * @param {string} file
 */
export function readIfThere(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/**
 * Returns a file's size in bytes; 0 when the file is missing.
 * @param {string} file
 */
export function sizeOf(file) {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
