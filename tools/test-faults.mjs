// @ts-check
// npm run test:faults [-- title]: every fault between the app and ALAS, over real TLS, through the real command line.
import { runFaults } from "./lib/faults.mjs";
import { script } from "./lib/script.mjs";
import { setUp } from "./lib/setup.mjs";

await script(async () => {
  const electron = await setUp({ debian: ["certificates", "servers"] });
  const { ok, passed, failed } = await runFaults(electron, process.argv[2] ?? "");
  console.log(`${passed} passed, ${failed} failed`);
  return ok ? 0 : 1;
});
