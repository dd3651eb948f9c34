// @ts-check
import path from "node:path";

/**
 * @typedef {object} Assertion one test of vitest's JSON report, only the properties that are read here
 * @property {string} fullName
 * @property {"passed" | "failed" | "skipped" | "pending" | "todo" | "disabled"} status
 * @property {{ figure?: Figure, row?: FaultRow, skipped?: string }} [meta] what the test reports for the table or the count
 */

/** @typedef {{ what: string, measured: string, goal: string }} Figure of test/usb */
/** @typedef {{ fault: string, shown: string, exit: string, requests: string, stick: string }} FaultRow of test/faults */

/** @typedef {{ name: string, status: "passed" | "failed", assertionResults: readonly Assertion[] }} TestFile */

/**
 * Returns the tests of a report as a table, and how many passed. A test without cells has a line only if it failed. A file
 * that could not run has a line, too.
 * @param {readonly TestFile[]} files of vitest's JSON report
 * @param {readonly string[]} head of the columns behind "ok"
 * @param {(test: Assertion) => readonly string[] | undefined} cellsOf the cells of a passed or failed test
 * @param {(test: Assertion) => boolean} [hasGoal] a passed test without a goal shows "-" instead of "yes"
 * @returns {{ table: string, passed: number, failed: number }}
 */
export function testTable(files, head, cellsOf, hasGoal = () => true) {
  const tests = files.flatMap(({ assertionResults }) => assertionResults);
  const unrun = files.filter((file) => file.status === "failed" && !file.assertionResults.some(isFailed));
  const rows = tests.flatMap((test) => {
    const cells = cellsOf(test);
    if (cells === undefined) return isFailed(test) ? [["NO", test.fullName, "failed"]] : [];
    return [[isFailed(test) ? "NO" : hasGoal(test) ? "yes" : "-", ...cells]];
  });
  const lost = unrun.map(({ name }) => ["NO", path.basename(name), "did not run"]);
  return {
    table: aligned([["ok", ...head], ...rows, ...lost]),
    passed: tests.filter(({ status }) => status === "passed").length,
    failed: tests.filter(isFailed).length + unrun.length,
  };
}

/** @param {Assertion} test */
function isFailed({ status }) {
  return status === "failed";
}

/**
 * Aligns the columns. The last one may have any length.
 * @param {readonly (readonly string[])[]} rows
 */
function aligned(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
