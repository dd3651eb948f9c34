// @ts-check
import { readFileSync, statSync } from "node:fs";

/**
 * A file's text, or nothing where there is none: a missing stamp is the normal case here.
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
 * A file's size in bytes; 0 where there is none.
 * @param {string} file
 */
export function sizeOf(file) {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
