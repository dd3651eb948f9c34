// @ts-check
// npm run check: types, lint, dead code and unit tests, side by side, in seconds.
import { runChecks, STATIC_CHECKS, unitTests } from "./lib/checks.mjs";
import { ensureNodeModules } from "./lib/node-modules.mjs";
import { script } from "./lib/script.mjs";

await script(async () => {
  await ensureNodeModules();
  const { ok } = await runChecks([...STATIC_CHECKS, unitTests()]);
  return ok ? 0 : 1;
});
