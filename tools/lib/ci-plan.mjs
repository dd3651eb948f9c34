// @ts-check
import { run } from "./run.mjs";

/** @typedef {readonly [name: string, command: readonly string[]]} Part */
/** @typedef {readonly Part[]} Lane its parts run one after the other */
/** @typedef {readonly (readonly Lane[])[]} Plan one stage after the other, the lanes of a stage side by side */
/** @typedef {{ name: string, ok: boolean, ms: number }} PartResult */

/**
 * Runs all parts, even after one failed. Shows a part's output while it runs, or at its end if lanes run in parallel.
 * @param {Plan} plan
 * @param {{ setUpMs: number }} before
 * @returns {Promise<readonly PartResult[]>} in the plan's order
 */
export async function runPlan(plan, { setUpMs }) {
  /** @type {PartResult[]} */
  const results = [{ name: "set up", ok: true, ms: setUpMs }];
  for (const stage of plan) {
    const lanes = await Promise.all(stage.map((lane) => runLane(lane, stage.length === 1)));
    results.push(...lanes.flat());
  }
  return results;
}

/**
 * @param {Lane} lane
 * @param {boolean} alone
 */
async function runLane(lane, alone) {
  const results = [];
  for (const part of lane) results.push(await runPart(part, alone));
  return results;
}

/**
 * @param {Part} part
 * @param {boolean} alone
 * @returns {Promise<PartResult>}
 */
async function runPart([name, [command = "", ...args]], alone) {
  const start = performance.now();
  if (alone) console.log(`\n== ${name}`);
  const { code, output } = await run(command, args, { show: alone });
  if (!alone) console.log(`\n== ${name}\n${output.trimEnd()}`);
  return { name, ok: code === 0, ms: performance.now() - start };
}

/**
 * Returns the time of each part, in order. Some parts run in parallel, so the sum may exceed the total time.
 * @param {readonly PartResult[]} results
 */
export function timesInWords(results) {
  const lines = results.map(({ name, ok, ms }) => `${ok ? "ok    " : "FAILED"} ${seconds(ms)} s  ${name}`);
  return ["", ...lines].join("\n");
}

/** @param {number} ms */
function seconds(ms) {
  return Math.round(ms / 1_000)
    .toString()
    .padStart(5);
}
