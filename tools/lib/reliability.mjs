// @ts-check
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./paths.mjs";
import { asTable, countStates, killFigures, stickFigures, traceFigures } from "./reliability/figures.mjs";
import { withHome } from "./reliability/home.mjs";
import { killEverywhere } from "./reliability/kills.mjs";
import { openedPaths } from "./reliability/opened-paths.mjs";
import { examineStick, examineSticks } from "./reliability/sticks.mjs";

/** @typedef {{ seed: number, sticks: number }} Extent */

/** @type {Extent} */
export const DEFAULT_EXTENT = { seed: 1, sticks: 10_000 };

const TRACED = 200;
const REPORT = path.join(ROOT, "test-results", "reliability.json");

/**
 * Counts the violations, which must be 0, with mutated sticks and with killed steps. Prints each figure beside its
 * reference, and how to repeat a violation. Saves all of it in test-results/reliability.json.
 * @param {Extent} extent
 * @returns {Promise<import("./checks.mjs").Outcome>}
 */
export function runReliability({ seed, sticks }) {
  return withHome(async (home) => {
    const start = performance.now();
    const examined = await examineSticks(home, seed, sticks);
    const onLinux = process.platform === "linux"; // strace is Linux's
    const trace = onLinux ? await openedPaths(home, seed, Math.min(TRACED, sticks)) : null;
    const kills = onLinux ? await killEverywhere(home) : null;
    const figures = [
      ...stickFigures(examined, sticks),
      ...(trace === null ? [] : traceFigures(trace)),
      ...(kills === null ? [] : killFigures(kills)),
    ];
    const violations = [
      ...examined.filter(({ findings }) => findings.length > 0),
      ...(trace?.outside ?? []),
      ...(kills?.outcomes.filter((one) => one.violations.length > 0) ?? []),
    ];
    const states = {
      sticks: countStates(examined.flatMap((one) => one.states)),
      kills: countStates((kills?.outcomes ?? []).map(({ step, state }) => `${step}: ${state}`)),
    };
    const seconds = Math.round((performance.now() - start) / 1000);
    mkdirSync(path.dirname(REPORT), { recursive: true });
    writeFileSync(REPORT, `${JSON.stringify({ seed, sticks, seconds, figures, states, violations }, null, 2)}\n`);
    console.log(`${asTable(figures)}\n`);
    console.log(`states of the requests read: ${states.sticks.join(", ")}`);
    console.log(
      onLinux ? `left by the kills: ${states.kills.join(", ")}` : "not killed and not traced: strace is Linux's",
    );
    for (const violation of violations.slice(0, 20)) console.log(JSON.stringify(violation));
    if (violations.length > 0)
      console.log(`one stick again: npm run test:reliability -- --seed ${seed} --only <index>`);
    console.log(`${seconds} s; all of it: ${path.relative(ROOT, REPORT)}`);
    const failed = figures.filter(({ ok }) => !ok).length;
    return { ok: failed === 0, passed: figures.length - failed, failed };
  });
}

/**
 * Examines one mutated stick again and prints everything about it.
 * @param {number} seed
 * @param {number} index
 * @returns {Promise<boolean>} true without a violation
 */
export function runOneStick(seed, index) {
  return withHome(async (home) => {
    const outcomes = await examineStick(home, seed, index);
    console.log(JSON.stringify(outcomes, null, 2));
    return outcomes.every(({ findings }) => findings.length === 0);
  });
}
