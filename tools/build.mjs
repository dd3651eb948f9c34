// @ts-check
// npm run build: builds the app into out/, if a source has changed.
import { ensureBuilt } from "./lib/build.mjs";
import { ensureNodeModules } from "./lib/node-modules.mjs";
import { script } from "./lib/script.mjs";

await script(async () => {
  await ensureNodeModules();
  await ensureBuilt();
  return 0;
});
