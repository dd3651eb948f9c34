// @ts-check
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { bundle } from "./bundle.mjs";
import { collect } from "./sticks.mjs";

const CALLS = "?open,openat,?openat2,?creat,?access,?faccessat,?faccessat2";
/** Files of the system about its mounts and devices, and the examination's own clock. */
const OF_THE_SYSTEM = /^\/(?:proc\/\d+\/(?:mountinfo|schedstat)|sys\/.*)$/;

/**
 * Examines sticks under strace, so that the kernel reports the opened files, not a guard inside the process.
 * @param {string} home
 * @param {number} seed
 * @param {number} count
 */
export async function openedPaths(home, seed, count) {
  const own = path.join(home, "traced");
  mkdirSync(own);
  const job = { home: own, seed, user: null, first: 0, step: 1, count };
  const log = path.join(home, "strace.log");
  const args = ["-f", "--seccomp-bpf", "-q", "-y", "-o", log, "-e", `trace=${CALLS}`, process.execPath];
  const child = spawn("strace", [...args, await bundle("sticks"), JSON.stringify(job)], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const outcomes = await collect(child, 0);
  return { outcomes, ...readTrace(readFileSync(log, "utf8"), own) };
}

/**
 * Reads which files were opened during the examination of a stick, and which of them lie neither on the stick nor in the
 * target folder of its keys.
 * @param {string} log of strace, with the real path of each opened file: `openat(…) = 19</dev/shm/…>`
 * @param {string} home
 */
export function readTrace(log, home) {
  /** @type {string[]} */
  const outside = [];
  let opened = 0;
  let index = "";
  for (const line of log.split("\n")) {
    const [, word, at] = /"\/keyferry-(begins|ends)-(\d+)"/.exec(line) ?? [];
    if (word !== undefined) index = word === "begins" ? (at ?? "") : "";
    const real = index === "" ? undefined : / = \d+<(.*)>$/.exec(line)?.[1];
    if (real === undefined) continue;
    opened += 1;
    const own = ["stick", "target"].map((name) => `${home}/${name}-${index}`);
    if (!own.some((folder) => `${real}/`.startsWith(`${folder}/`)) && !OF_THE_SYSTEM.test(real)) outside.push(real);
  }
  return { opened, outside };
}
