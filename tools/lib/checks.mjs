// @ts-check
import { rmSync } from "node:fs";
import path from "node:path";
import { readIfThere } from "./files.mjs";
import { WORK } from "./paths.mjs";
import { runPackage } from "./run.mjs";

/**
 * @typedef {object} Outcome
 * @property {boolean} ok
 * @property {number} passed tests; 0 for a check without tests
 * @property {number} failed tests; 1 for another failed check
 * @property {readonly string[]} [skipped] tests that cannot run here, each with its reason
 */

/** @typedef {{ name: string, run: () => Promise<Outcome & { output: string }> }} Check */

const UNIT_REPORT = path.join(WORK, "vitest.json");

/** @type {readonly Check[]} */
export const STATIC_CHECKS = [
  { name: "types", run: () => plain("typescript", "tsc", ["-b"]) },
  { name: "lint", run: () => plain("@biomejs/biome", "biome", ["ci", "--colors=off"]) },
  { name: "dead code", run: () => plain("knip", "knip", []) },
  { name: "imports", run: imports },
];

/**
 * Returns the check that runs the unit tests.
 * @param {readonly string[]} args for vitest, for example part of a file's name
 * @returns {Check}
 */
export function unitTests(args = []) {
  return { name: "unit tests", run: () => runUnitTests(args) };
}

/**
 * Runs checks in parallel. Prints one line for each when it ends, and its output only if it failed.
 * @param {readonly Check[]} checks
 * @returns {Promise<Outcome>} their sum
 */
export async function runChecks(checks) {
  return sum(await Promise.all(checks.map(runOne)));
}

/**
 * @param {readonly Outcome[]} outcomes
 * @returns {Outcome}
 */
export function sum(outcomes) {
  return {
    ok: outcomes.every(({ ok }) => ok),
    passed: outcomes.reduce((total, { passed }) => total + passed, 0),
    failed: outcomes.reduce((total, { failed }) => total + failed, 0),
    skipped: outcomes.flatMap(({ skipped = [] }) => skipped),
  };
}

/**
 * Returns the last lines of a run: each skipped test with its reason, and the number of passed and failed tests.
 * @param {Outcome} outcome
 */
export function lastWords({ passed, failed, skipped = [] }) {
  const count = `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`;
  return [...skipped.map((one) => `skipped: ${one}`), count].join("\n");
}

/** @param {Check} check */
async function runOne({ name, run }) {
  const start = performance.now();
  const outcome = await run();
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
  const tests = outcome.passed + outcome.failed > 1 ? `, ${outcome.passed} passed, ${outcome.failed} failed` : "";
  console.log(`${outcome.ok ? "ok    " : "FAILED"} ${seconds} s  ${name}${tests}`);
  if (!outcome.ok) console.log(`\n${outcome.output.trimEnd()}\n`);
  return outcome;
}

/**
 * @param {string} packageName
 * @param {string} program
 * @param {readonly string[]} args
 */
async function plain(packageName, program, args) {
  const { code, output } = await runPackage(packageName, program, args);
  return { ok: code === 0, passed: 0, failed: code === 0 ? 0 : 1, output };
}

async function imports() {
  const { checkImports } = await import("./imports.mjs");
  const wrong = await checkImports();
  return { ok: wrong.length === 0, passed: 0, failed: wrong.length, output: wrong.join("\n") };
}

/** @param {readonly string[]} args */
async function runUnitTests(args) {
  rmSync(UNIT_REPORT, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${UNIT_REPORT}`];
  const { code, output } = await runPackage("vitest", "vitest", ["run", ...reporters, ...args]);
  const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = JSON.parse(readIfThere(UNIT_REPORT) ?? "{}");
  const skipped = skippedTests(testResults);
  // With arguments, vitest also reports the tests that were not chosen as skipped.
  const unexplained = args.length > 0 ? 0 : skipped.filter(({ reason }) => reason === undefined).length;
  // A file that cannot be loaded counts as failed, though it has no failed test. So does a test skipped without a reason.
  const failed = code === 0 ? unexplained : Math.max(numFailedTests, 1);
  return {
    ok: failed === 0,
    passed: numPassedTests,
    failed,
    skipped: args.length > 0 ? [] : skipped.map(({ name, reason = "NO REASON GIVEN" }) => `${name} (${reason})`),
    output,
  };
}

/**
 * Returns the tests that were not run, each with the reason that it gave (test/fixtures/only-where.ts).
 * @param {readonly import("./test-table.mjs").TestFile[]} files of vitest's JSON report
 */
export function skippedTests(files) {
  return files
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === "skipped" || status === "pending")
    .map(({ fullName, meta }) => ({ name: fullName, reason: meta?.skipped }));
}
