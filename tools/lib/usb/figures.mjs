// @ts-check
import { testTable } from "../test-table.mjs";

/**
 * What the tests measured, in a table, and how many of them passed.
 * @param {readonly import("../test-table.mjs").TestFile[]} files of vitest's JSON report
 */
export function figuresOf(files) {
  // What was measured may be long: it comes last.
  return testTable(files, ["what", "goal", "measured"], cellsOf, ({ meta }) => meta?.figure?.goal !== "none");
}

/** @param {import("../test-table.mjs").Assertion} test */
function cellsOf({ meta }) {
  return meta?.figure && [meta.figure.what, meta.figure.goal, meta.figure.measured];
}
