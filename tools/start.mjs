// @ts-check
// npm start: opens the app's window.
import { hasDisplay } from "./lib/display.mjs";
import { exitCodeOf, launch } from "./lib/launch.mjs";
import { Stop, script } from "./lib/script.mjs";
import { setUp } from "./lib/setup.mjs";

await script(async () => {
  if (!hasDisplay()) {
    throw new Stop("there is no display to open a window on (DISPLAY is not set). `npm run cli` needs none.");
  }
  const electron = await setUp();
  return exitCodeOf(launch(electron, process.argv.slice(2)));
});
