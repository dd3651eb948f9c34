// @ts-check
import { fork } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { bundle } from "./bundle.mjs";

/** @typedef {import("./outcomes.mjs").KillOutcome} KillOutcome */

const LANES = 2;

/**
 * Kills each step at each of its system calls.
 * @param {string} home
 * @returns {Promise<{ outcomes: readonly KillOutcome[], failure: string | null }>} `failure`: why the kills could not run
 */
export async function killEverywhere(home) {
  const [program] = await Promise.all([bundle("kills"), bundle("killed-step", "cjs")]);
  const own = path.join(home, "kills");
  mkdirSync(own);
  /** @type {KillOutcome[]} */
  const outcomes = [];
  const child = fork(program, [JSON.stringify({ home: own, lanes: LANES })], {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
    said += text;
  });
  child.on("message", (/** @type {KillOutcome} */ outcome) => outcomes.push(outcome));
  return new Promise((resolve) => {
    child.on("close", (code) => resolve({ outcomes, failure: code === 0 ? null : whyFrom(said) }));
  });
}

/** @param {string} said the output of a process before it crashed */
function whyFrom(said) {
  return /^(?:\w*Error: )(.*)$/m.exec(said)?.[1] ?? said.trim();
}
