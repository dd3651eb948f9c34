// @ts-check
import path from "node:path";

/**
 * @typedef {object} Assertion one test of vitest's JSON report, as far as it is read here
 * @property {string} fullName
 * @property {"passed" | "failed" | "skipped" | "pending" | "todo" | "disabled"} status
 * @property {{ figure?: { what: string, measured: string, goal: string } }} [meta]
 */

/** @typedef {{ name: string, status: "passed" | "failed", assertionResults: readonly Assertion[] }} TestFile */

/** @typedef {{ what: string, measured: string, goal: string, ok: string }} Row */

const HEAD = { what: "what", measured: "measured", goal: "goal", ok: "ok" };

/**
 * What the tests measured, in a table, and how many of them passed.
 * @param {readonly TestFile[]} files of vitest's JSON report
 * @returns {{ table: string, passed: number, failed: number }}
 */
export function figuresOf(files) {
  const tests = files.flatMap(({ assertionResults }) => assertionResults);
  const unrun = files.filter((file) => file.status === "failed" && !file.assertionResults.some(isFailed));
  const rows = [
    ...tests.flatMap(rowsOf),
    ...unrun.map(({ name }) => rowOf(path.basename(name), "did not run", "to run", "NO")),
  ];
  return {
    table: tableOf([HEAD, ...rows]),
    passed: tests.filter(({ status }) => status === "passed").length,
    failed: tests.filter(isFailed).length + unrun.length,
  };
}

/** @param {Assertion} test */
function isFailed({ status }) {
  return status === "failed";
}

/**
 * A test without a figure is worth a line only when it failed.
 * @param {Assertion} test
 * @returns {Row[]}
 */
function rowsOf(test) {
  const { figure } = test.meta ?? {};
  if (figure === undefined) return isFailed(test) ? [rowOf(test.fullName, "failed", "to pass", "NO")] : [];
  const reached = figure.goal === "none" ? "-" : "yes";
  return [rowOf(figure.what, figure.measured, figure.goal, isFailed(test) ? "NO" : reached)];
}

/**
 * @param {string} what
 * @param {string} measured
 * @param {string} goal
 * @param {string} ok
 */
function rowOf(what, measured, goal, ok) {
  return { what, measured, goal, ok };
}

/** @param {readonly Row[]} rows */
function tableOf(rows) {
  const [what, goal] = [widthOf(rows.map((row) => row.what)), widthOf(rows.map((row) => row.goal))];
  // What was measured may be long: it comes last.
  return rows
    .map((row) => [row.ok.padEnd(3), row.what.padEnd(what), row.goal.padEnd(goal), row.measured].join("  "))
    .join("\n");
}

/** @param {readonly string[]} texts */
function widthOf(texts) {
  return Math.max(...texts.map((text) => text.length));
}
