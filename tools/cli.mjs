// @ts-check
// npm run --silent cli -- <command>: the app's command line. Standard output is the app's alone.
import { exitCodeOf, launch } from "./lib/launch.mjs";
import { script } from "./lib/script.mjs";
import { setUp } from "./lib/setup.mjs";

await script(async () => {
  const electron = await setUp({ quiet: true });
  const args = process.argv.slice(2);
  // Started with nothing the app opens its window; here an empty command asks it how it is used.
  return exitCodeOf(launch(electron, args.length > 0 ? args : [""], { headless: true }));
});
