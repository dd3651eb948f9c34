// @ts-check
import { appendFileSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { readIfThere } from "./files.mjs";
import { WORK } from "./paths.mjs";

/** This variable names another file for the launches, so that several scripts are counted together. */
export const LAUNCHES_FILE = "KEYFERRY_LAUNCHES_FILE";

// Tests launch windows in several processes. Each appends a line to one file, and the script counts the lines.
const file = () => process.env[LAUNCHES_FILE] ?? path.join(WORK, "launches.txt");

/**
 * Resets the count, unless several scripts are counted together. The script that starts these sets `ofAll`.
 * @param {{ ofAll?: boolean }} [options]
 */
export function forgetLaunches({ ofAll = false } = {}) {
  if (ofAll || process.env[LAUNCHES_FILE] === undefined) rmSync(file(), { force: true });
}

/**
 * Notes one launch of a window.
 * @param {string | null} lost what did not appear in time; null for a successful launch
 */
export function noteLaunch(lost) {
  mkdirSync(WORK, { recursive: true });
  appendFileSync(file(), `${lost ?? "opened"}\n`);
}

/**
 * Returns how many windows were launched, and how many launches were tried again, each with what did not appear in time.
 * @param {string} [notes] one line for each try
 */
export function launchesInWords(notes = readIfThere(file()) ?? "") {
  const tries = notes.split("\n").filter((line) => line !== "");
  const lost = tries.filter((line) => line !== "opened");
  const lines = [`launches: ${tries.length - lost.length}, tried again: ${lost.length}`, ...lost];
  return lines.join("\n  ");
}
