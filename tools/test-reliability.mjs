// @ts-check
// npm run test:reliability [-- --seed N] [--sticks N] [--only I]: mutated sticks, and steps killed at each system call.
// `--only I` examines the stick of that number alone.
import { parseArgs } from "node:util";
import { ensureDebian } from "./lib/debian.mjs";
import { ensureNodeModules } from "./lib/node-modules.mjs";
import { DEFAULT_EXTENT, runOneStick, runReliability } from "./lib/reliability.mjs";
import { Stop, script } from "./lib/script.mjs";

await script(async () => {
  const options = /** @type {const} */ ({
    seed: { type: "string" },
    sticks: { type: "string" },
    only: { type: "string" },
  });
  const { values } = parseArgs({ options });
  await ensureNodeModules();
  await ensureDebian(["kills"]);
  const seed = numberOf("seed", values.seed, DEFAULT_EXTENT.seed);
  if (values.only !== undefined) return (await runOneStick(seed, numberOf("only", values.only, 0))) ? 0 : 1;
  const { ok } = await runReliability({ seed, sticks: numberOf("sticks", values.sticks, DEFAULT_EXTENT.sticks) });
  return ok ? 0 : 1;
});

/**
 * @param {string} name
 * @param {string | undefined} text
 * @param {number} otherwise
 */
function numberOf(name, text, otherwise) {
  if (text === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(text)) throw new Stop(`--${name}: a whole number`);
  return Number(text);
}
