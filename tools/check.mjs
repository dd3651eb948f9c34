// @ts-check
// npm run check: types, lint, dead code and unit tests, side by side, in seconds.
import { lastWords, runChecks, STATIC_CHECKS, unitTests } from "./lib/checks.mjs";
import { ensureNodeModules } from "./lib/node-modules.mjs";
import { script } from "./lib/script.mjs";

await script(async () => {
  await ensureNodeModules();
  const outcome = await runChecks([...STATIC_CHECKS, unitTests()]);
  console.log(lastWords(outcome));
  return outcome.ok ? 0 : 1;
});
