// @ts-check
import { rmSync } from "node:fs";
import path from "node:path";
import { withDisplay } from "./display.mjs";
import { readIfThere } from "./files.mjs";
import { forgetLaunches, launchesInWords } from "./launches.mjs";
import { WORK } from "./paths.mjs";
import { runPackage } from "./run.mjs";

const REPORT = path.join(WORK, "playwright.json");

/**
 * Runs the end-to-end tests and shows their progress. They take the path of Electron from KEYFERRY_ELECTRON.
 * @param {import("./electron.mjs").Electron} electron
 * @param {readonly string[]} args for Playwright, for example part of a file's name
 * @returns {Promise<import("./checks.mjs").Outcome>}
 */
export async function runEndToEnd({ executable }, args) {
  rmSync(REPORT, { force: true });
  forgetLaunches();
  const code = await withDisplay(async (display) => {
    const env = { ...display, KEYFERRY_ELECTRON: executable, PLAYWRIGHT_JSON_OUTPUT_FILE: REPORT };
    const result = await runPackage("@playwright/test", "playwright", ["test", "--reporter=list,json", ...args], {
      env,
      show: true,
    });
    return result.code;
  });
  console.log(launchesInWords());
  const { expected = 0, flaky = 0, unexpected = 0 } = JSON.parse(readIfThere(REPORT) ?? "{}").stats ?? {};
  const failed = code === 0 ? 0 : Math.max(unexpected, 1);
  return { ok: code === 0, passed: expected + flaky, failed };
}
