// @ts-check
import { appendFileSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { readIfThere } from "./files.mjs";
import { WORK } from "./paths.mjs";

/** The variable that names another file to note launches in: then several scripts are counted together. */
export const LAUNCHES_FILE = "KEYFERRY_LAUNCHES_FILE";

// Tests launch windows in several processes: each appends a line to one file, and their script counts the lines.
const file = () => process.env[LAUNCHES_FILE] ?? path.join(WORK, "launches.txt");

/**
 * Begins to count anew, unless several scripts are counted together: `ofAll` is for the one that starts them.
 * @param {{ ofAll?: boolean }} [options]
 */
export function forgetLaunches({ ofAll = false } = {}) {
  if (ofAll || process.env[LAUNCHES_FILE] === undefined) rmSync(file(), { force: true });
}

/**
 * Notes one launch of a window.
 * @param {string | null} lost what it waited for when it took too long
 */
export function noteLaunch(lost) {
  mkdirSync(WORK, { recursive: true });
  appendFileSync(file(), `${lost ?? "opened"}\n`);
}

/**
 * How many windows were launched, and how many of them again: each of these with what was waited for.
 * @param {string} [notes] a line for each try
 */
export function launchesInWords(notes = readIfThere(file()) ?? "") {
  const tries = notes.split("\n").filter((line) => line !== "");
  const lost = tries.filter((line) => line !== "opened");
  const lines = [`launches: ${tries.length - lost.length}, tried again: ${lost.length}`, ...lost];
  return lines.join("\n  ");
}
