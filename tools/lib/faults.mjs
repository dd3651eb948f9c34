// @ts-check
import { rmSync } from "node:fs";
import path from "node:path";
import { readIfThere } from "./files.mjs";
import { WORK } from "./paths.mjs";
import { runPackage } from "./run.mjs";
import { testTable } from "./test-table.mjs";

const REPORT = path.join(WORK, "faults.json");
const HEAD = ["fault", "shown", "exit", "requests", "left on the stick"];

/**
 * Plays every fault between the app and ALAS, and prints each result.
 * @param {import("./electron.mjs").Electron} electron
 * @param {string} only part of a scene's title; "" plays all scenes
 * @returns {Promise<import("./checks.mjs").Outcome>}
 */
export async function runFaults({ executable }, only) {
  rmSync(REPORT, { force: true });
  const start = performance.now();
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${REPORT}`];
  // If a scene is named, the tests that belong to no scene are left out.
  const files = only === "" ? [] : ["faults.test.ts"];
  const args = ["run", "--config", "test/faults/vitest.config.ts", ...reporters, ...files];
  const env = { KEYFERRY_ELECTRON: executable, KEYFERRY_FAULTS: only };
  const { code } = await runPackage("vitest", "vitest", args, { env, show: true });
  const { table, passed, failed } = faultTable(JSON.parse(readIfThere(REPORT) ?? '{"testResults":[]}').testResults);
  console.log(`\n${table}\n`);
  console.log(`All of it took ${Math.round((performance.now() - start) / 1_000)} s.`);
  // A run that crashed without a failed test counts as failed.
  return { ok: code === 0, passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}

/** @param {readonly import("./test-table.mjs").TestFile[]} files of vitest's JSON report */
export function faultTable(files) {
  return testTable(files, HEAD, ({ meta }) => {
    const row = meta?.row;
    return row && [row.fault, row.shown, row.exit, row.requests, row.stick];
  });
}
