// @ts-check
import { testTable } from "../test-table.mjs";

/**
 * Returns the tests' measurements as a table, and how many tests passed.
 * @param {readonly import("../test-table.mjs").TestFile[]} files of vitest's JSON report
 */
export function figuresOf(files) {
  // The last column may be long.
  return testTable(files, ["what", "goal", "measured"], cellsOf, ({ meta }) => meta?.figure?.goal !== "none");
}

/** @param {import("../test-table.mjs").Assertion} test */
function cellsOf({ meta }) {
  return meta?.figure && [meta.figure.what, meta.figure.goal, meta.figure.measured];
}
