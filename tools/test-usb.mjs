// @ts-check
// npm run test:usb [name]: what can only be proven with a stick on a USB bus, in a virtual machine that has one.
import { rmSync } from "node:fs";
import path from "node:path";
import { readIfThere } from "./lib/files.mjs";
import { forgetLaunches, launchesInWords } from "./lib/launches.mjs";
import { WORK } from "./lib/paths.mjs";
import { runPackage } from "./lib/run.mjs";
import { Stop, script } from "./lib/script.mjs";
import { setUp } from "./lib/setup.mjs";
import { figuresOf } from "./lib/usb/figures.mjs";
import { ensureKernel } from "./lib/usb/kernel.mjs";
import { isKvmUsable, KVM_VARIABLE } from "./lib/usb/kvm.mjs";

const REPORT = path.join(WORK, "usb", "report.json");

await script(async () => {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Stop("the virtual machine runs this computer's own programs: it needs Linux on x64");
  }
  const { executable } = await setUp({ debian: ["display", "usb"] });
  await ensureKernel();
  const onKvm = await isKvmUsable();
  rmSync(REPORT, { force: true });
  forgetLaunches();
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`];
  const args = ["run", "--config", "test/usb/vitest.config.ts", ...reporters, ...process.argv.slice(2)];
  const start = performance.now();
  const env = { KEYFERRY_ELECTRON: executable, [KVM_VARIABLE]: onKvm ? "yes" : "no" };
  const { code } = await runPackage("vitest", "vitest", args, { env, show: true });
  const { table, passed, failed } = figuresOf(JSON.parse(readIfThere(REPORT) ?? '{"testResults":[]}').testResults);
  console.log(`\n${table}\n`);
  console.log(launchesInWords());
  console.log(remark(onKvm, performance.now() - start));
  // A run that fell over without a failed test must not pass for a good one.
  console.log(`${passed} passed, ${code === 0 ? failed : Math.max(failed, 1)} failed`);
  return code;
});

/**
 * @param {boolean} onKvm
 * @param {number} ms all of it took
 */
function remark(onKvm, ms) {
  const machine = onKvm
    ? "The machine's processor is this computer's own (KVM)."
    : "The machine's processor is emulated by software, some twenty times slower than this computer's:\n" +
      "times measured in it say only that something is prompt.";
  return `${machine} All of it took ${Math.round(ms / 1_000)} s.`;
}
