// @ts-check
// npm test: everything that can be proven on one machine. `npm test -- unit [name]`, `npm test -- e2e [name]`,
// `npm run test:reliability` and `npm run test:faults` do a part.
import { lastWords, runChecks, STATIC_CHECKS, sum, unitTests } from "./lib/checks.mjs";
import { runEndToEnd } from "./lib/end-to-end.mjs";
import { runFaults } from "./lib/faults.mjs";
import { ensureNodeModules } from "./lib/node-modules.mjs";
import { DEFAULT_EXTENT, runReliability } from "./lib/reliability.mjs";
import { Stop, script } from "./lib/script.mjs";
import { setUp } from "./lib/setup.mjs";

await script(async () => {
  const [part = "all", ...args] = process.argv.slice(2);
  const outcome = await runPart(part, args);
  console.log(lastWords(outcome));
  return outcome.ok ? 0 : 1;
});

/**
 * @param {string} part
 * @param {readonly string[]} args for the tests' own runner
 */
async function runPart(part, args) {
  switch (part) {
    case "all": {
      const electron = await setUpForTests();
      const checks = await runChecks([...STATIC_CHECKS, unitTests()]);
      const reliability = await runReliability(DEFAULT_EXTENT);
      const faults = await runFaults(electron, "");
      return sum([checks, reliability, faults, await runEndToEnd(electron, [])]);
    }
    case "unit":
      await ensureNodeModules();
      return runChecks([unitTests(args)]);
    case "e2e":
      return runEndToEnd(await setUpForTests(), args);
    default:
      throw new Stop(`unknown part of the tests: ${part}. There are: unit, e2e.`);
  }
}

function setUpForTests() {
  return setUp({ debian: ["display", "certificates", "exfat", "kills", "servers"] });
}
