// @ts-check
// npm run demo: the three steps against the practice console and the practice ALAS. `-- --auto`, or no display: by itself.
import path from "node:path";
import { hasDisplay, withDisplay } from "./lib/display.mjs";
import { exitCodeOf, launch } from "./lib/launch.mjs";
import { forgetLaunches, launchesInWords } from "./lib/launches.mjs";
import { ROOT } from "./lib/paths.mjs";
import { script } from "./lib/script.mjs";
import { setUp } from "./lib/setup.mjs";
import { importTypeScript } from "./lib/typescript.mjs";

const PICTURES = path.join(ROOT, "test-results", "demo");

await script(async () => {
  const electron = await setUp({ debian: ["display", "certificates", "exfat"] });
  process.env.KEYFERRY_ELECTRON = electron.executable;
  /** @param {string} line */
  const print = (line) => console.log(line);
  // The demo walks the very steps that the tests walk, so it is TypeScript among them.
  if (process.argv.includes("--auto") || !hasDisplay()) {
    const { autoDemo } = await importTypeScript("test/demo/auto-demo.ts");
    return withDisplay(async (display) => {
      Object.assign(process.env, display);
      forgetLaunches();
      const good = await autoDemo(PICTURES, print);
      print(launchesInWords());
      return good ? 0 : 1;
    });
  }
  const { openDemo } = await importTypeScript("test/demo/open-demo.ts");
  return openDemo(
    (/** @type {NodeJS.ProcessEnv} */ env, /** @type {readonly string[]} */ switches) =>
      exitCodeOf(launch(electron, [], { env, switches })),
    print,
  );
});
