import { _electron as electron } from "@playwright/test";
import { screensFor } from "../../../core/text/screens-for.ts";
import { withDisplay } from "../../../tools/lib/display.mjs";
import { chromiumSwitches } from "../../../tools/lib/launch.mjs";
import { report } from "./host.ts";
import { mount, plug, pull, unmount } from "./stick.ts";
import { stopwatch } from "./stopwatch.ts";

// Plugs and pulls while the app's real window is open; tells how many milliseconds later it showed so.

const CYCLES = 3;
const PATIENCE_MS = 120_000; // the emulated processor is some twenty times slower than this one

await withDisplay(async (display) => {
  const lap = stopwatch();
  const app = await electron.launch({
    executablePath: process.env.KEYFERRY_ELECTRON ?? "",
    // Emulated, the graphics process takes longer than Chromium waits for it.
    args: [...chromiumSwitches(false), "--disable-gpu", process.cwd()],
    env: { ...ownEnvironment(), DISPLAY: display.DISPLAY ?? "", LANGUAGE: "en", LANG: "en_US.UTF-8" },
    timeout: PATIENCE_MS,
  });
  const page = await app.firstWindow();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.getByRole("button", { name: screensFor("en").computer.choose("A") }).click();
  report({ ms: { opened: lap() } });
  const stick = page.getByText("KINGSTON").first();
  for (let cycle = 1; cycle <= CYCLES; cycle += 1) {
    await mount(await plug("kingston"));
    lap();
    await stick.waitFor();
    const shown = lap();
    await pull("kingston");
    await unmount();
    lap();
    await stick.waitFor({ state: "hidden" });
    report({ ms: { shown, hidden: lap() } });
  }
  await app.close();
  report({ ms: { closed: lap() } });
});

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? ""]));
}
