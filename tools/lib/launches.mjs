// @ts-check
import { appendFileSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { readIfThere } from "./files.mjs";
import { WORK } from "./paths.mjs";

// Tests launch windows in several processes: each appends a line to this file, and their script counts the lines.
const FILE = path.join(WORK, "launches.txt");

/** Begins to count anew. */
export function forgetLaunches() {
  rmSync(FILE, { force: true });
}

/**
 * Notes one launch of a window.
 * @param {string | null} lost what it waited for when it took too long
 */
export function noteLaunch(lost) {
  mkdirSync(WORK, { recursive: true });
  appendFileSync(FILE, `${lost ?? "opened"}\n`);
}

/**
 * How many windows were launched, and how many of them again: each of these with what was waited for.
 * @param {string} [notes] a line for each try
 */
export function launchesInWords(notes = readIfThere(FILE) ?? "") {
  const tries = notes.split("\n").filter((line) => line !== "");
  const lost = tries.filter((line) => line !== "opened");
  const lines = [`launches: ${tries.length - lost.length}, tried again: ${lost.length}`, ...lost];
  return lines.join("\n  ");
}
