// @ts-check
import path from "node:path";

/**
 * @typedef {object} Assertion one test of vitest's JSON report, as far as it is read here
 * @property {string} fullName
 * @property {"passed" | "failed" | "skipped" | "pending" | "todo" | "disabled"} status
 * @property {{ figure?: Figure, row?: FaultRow, skipped?: string }} [meta] what the test left for the table or the count
 */

/** @typedef {{ what: string, measured: string, goal: string }} Figure of test/usb */
/** @typedef {{ fault: string, shown: string, exit: string, requests: string, stick: string }} FaultRow of test/faults */

/** @typedef {{ name: string, status: "passed" | "failed", assertionResults: readonly Assertion[] }} TestFile */

/**
 * The tests of a report as a table, and how many of them passed. A test without a line of its own has one only when it
 * failed, and so has a file that did not even run.
 * @param {readonly TestFile[]} files of vitest's JSON report
 * @param {readonly string[]} head of the columns behind "ok"
 * @param {(test: Assertion) => readonly string[] | undefined} cellsOf what a passed or failed test says in them
 * @param {(test: Assertion) => boolean} [hasGoal] one without is neither good nor bad
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
 * The last column may be as long as it likes.
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
