// @ts-check
// .ci/run: everything that has to hold before a change is taken. Prints at the end what each part took.
import path from "node:path";
import { runPlan, timesInWords } from "./lib/ci-plan.mjs";
import { forgetLaunches, LAUNCHES_FILE, launchesInWords } from "./lib/launches.mjs";
import { ROOT, WORK } from "./lib/paths.mjs";
import { script } from "./lib/script.mjs";
import { setUp } from "./lib/setup.mjs";
import { ensureKernel } from "./lib/usb/kernel.mjs";

const isRoot = process.getuid?.() === 0;
const node = (/** @type {string} */ file, /** @type {readonly string[]} */ ...args) => [
  process.execPath,
  path.join(ROOT, "tools", file),
  ...args,
];

/**
 * Two lanes keep two processors busy, and no part of them measures time. The stick's virtual machines and the windows have
 * the computer to themselves, since each of them keeps both processors busy.
 * @type {import("./lib/ci-plan.mjs").Plan}
 */
const PLAN = [
  [
    // The user's part has the static checks, too. The unit tests are run twice: some need root, some need another user.
    [
      ["check, as a user", [path.join(ROOT, ".ci", "check-as-user")]],
      ...(isRoot ? [unitTests()] : []),
      ["faults", node("test-faults.mjs")],
    ],
    [["reliability", node("test-reliability.mjs")]],
  ],
  [[["end to end", node("test.mjs", "e2e")]]],
  [[["usb", node("test-usb.mjs")]]],
  [[["demo", node("demo.mjs", "--auto")]]],
];

/** @returns {import("./lib/ci-plan.mjs").Part} */
function unitTests() {
  return ["unit tests", node("test.mjs", "unit")];
}

await script(async () => {
  const start = performance.now();
  process.env[LAUNCHES_FILE] = path.join(WORK, "launches-of-all.txt");
  forgetLaunches({ ofAll: true });
  // Once for all parts: two that install at the same time would wait for each other, or fail.
  await setUp({ debian: ["display", "certificates", "exfat", "kills", "servers", "usb"] });
  await ensureKernel();
  const results = await runPlan(PLAN, { setUpMs: performance.now() - start });
  console.log(timesInWords(results));
  console.log(launchesInWords());
  return results.every(({ ok }) => ok) ? 0 : 1;
});
