// @ts-check
import { fork } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { bundle } from "./bundle.mjs";

/** @typedef {import("./outcomes.mjs").StickOutcome} StickOutcome */
/** @typedef {{ first: number, step: number, count: number }} Range every `step`th stick from `first` to below `count` */

const PROCESSES = 2;
const NOBODY = 65534;
/** In ms. A normal stick takes some hundredths of a second, a huge one some seconds. */
const HUNG_FOR_GOOD = 60_000;

/**
 * Examines mutated sticks in two processes. One runs as this user: only root can create devices. If this user is root, the
 * other runs as "nobody", because permissions do not stop root. A stick that was too slow is examined again alone.
 * @param {string} home
 * @param {number} seed
 * @param {number} count
 * @returns {Promise<readonly StickOutcome[]>}
 */
export async function examineSticks(home, seed, count) {
  const program = await bundle("sticks");
  const start = (/** @type {number} */ first) => examine(program, home, seed, { first, step: PROCESSES, count });
  const outcomes = (await Promise.all([start(0), start(1)])).flat();
  for (const [place, { index, findings }] of outcomes.entries()) {
    if (!findings.some(({ what }) => what === "hang")) continue;
    const [again] = await examine(program, home, seed, { first: index, step: 1, count: index + 1 });
    if (again !== undefined) outcomes[place] = again;
  }
  return outcomes;
}

/**
 * Examines one stick alone.
 * @param {string} home
 * @param {number} seed
 * @param {number} index
 */
export async function examineStick(home, seed, index) {
  return examine(await bundle("sticks"), home, seed, { first: index, step: 1, count: index + 1 });
}

let started = 0;

/**
 * @param {string} program
 * @param {string} home
 * @param {number} seed
 * @param {Range} range
 * @returns {Promise<StickOutcome[]>}
 */
function examine(program, home, seed, range) {
  started += 1;
  const own = path.join(home, String(started));
  mkdirSync(own);
  const job = { home: own, seed, user: userOf(range.first), ...range };
  const child = fork(program, [JSON.stringify(job)]);
  return collect(child, range.first);
}

/**
 * Collects a process's reports about its sticks. If the process ends early or stops reporting, it has crashed or hung at the
 * stick that it began last.
 * @param {import("node:child_process").ChildProcess} child
 * @param {number} first
 * @returns {Promise<StickOutcome[]>}
 */
export function collect(child, first) {
  /** @type {StickOutcome[]} */
  const outcomes = [];
  let begun = first;
  let hung = false;
  const giveUp = () => {
    hung = true;
    child.kill("SIGKILL");
  };
  let timer = setTimeout(giveUp, HUNG_FOR_GOOD);
  child.on("message", (/** @type {{ begins?: number, ended?: StickOutcome }} */ { begins, ended }) => {
    if (begins !== undefined) begun = begins;
    if (ended !== undefined) outcomes.push(ended);
    clearTimeout(timer);
    timer = setTimeout(giveUp, HUNG_FOR_GOOD);
  });
  return new Promise((resolve) => {
    child.on("exit", (code, signal) => {
      clearTimeout(timer);
      if (code !== 0) outcomes.push(brokenAt(begun, hung, `the process ended with ${code ?? signal}`));
      resolve(outcomes);
    });
  });
}

/**
 * @param {number} index
 * @param {boolean} hung
 * @param {string} detail
 * @returns {StickOutcome}
 */
function brokenAt(index, hung, detail) {
  const findings = [{ what: hung ? /** @type {const} */ ("hang") : /** @type {const} */ ("crash"), detail }];
  return { index, mutations: [], findings, states: [], slowest: 0, delivered: 0, fetched: 0, calls: 0 };
}

/**
 * The same stick is always examined by the same user.
 * @param {number} index
 */
function userOf(index) {
  return process.getuid?.() === 0 && index % PROCESSES === 1 ? NOBODY : null;
}
