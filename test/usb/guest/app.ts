import { mkdtemp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { Page } from "@playwright/test";
import { screensFor } from "../../../core/text/screens-for.ts";
import { stickAtFolder } from "../../../main/drives/stick-at-folder.ts";
import { withDisplay } from "../../../tools/lib/display.mjs";
import { chromiumSwitches, exitCodeOf, launch } from "../../../tools/lib/launch.mjs";
import { done } from "../../fixtures/done.ts";
import { launchWindow } from "../../fixtures/launch-window.ts";
import { startByPlaywright } from "../../fixtures/start-by-playwright.ts";
import { ACTIVATION_URL } from "../trip.ts";
import { doFetch } from "./do-trip.ts";
import { ask, report } from "./host.ts";
import { FOLDER, mount, plug, pull, unmount } from "./stick.ts";
import { stopwatch } from "./stopwatch.ts";

// The app itself, in its real Electron: its command line works with a stick, its window sees one come and go.

const EXECUTABLE = process.env.KEYFERRY_ELECTRON ?? "";
const HOME = await mkdtemp("/run/keyferry-");
const CYCLES = 3;
const PATIENCE_MS = 300_000; // the emulated processor is some twenty times slower than this one

await runCommands();
await withDisplay(watchWindow);

async function runCommands(): Promise<void> {
  const to = join(HOME, "upload");
  await mount(await plug("kingston"));
  await command("drives");
  await command("request", "--drive", FOLDER, "--url", ACTIVATION_URL);
  // The network is not what this is about: the answer comes from memory.
  await doFetch(done(await stickAtFolder(FOLDER)));
  await command("scan", "--drive", FOLDER);
  const { files } = await command("deliver", "--drive", FOLDER, "--to", to);
  report({ delivered: (await readFile(files[0].path)).toString("base64") });
  await pull("kingston");
  await unmount();
  report({ afterwards: await ask("judge") });
}

/** What it answered, which it also reports; untyped, as it comes from outside. */
async function command(...args: readonly string[]) {
  const lap = stopwatch();
  const app = launch({ executable: EXECUTABLE, version: "", source: "given" }, [...args, "--json"], {
    headless: true,
    env: { KEYFERRY_HOME: HOME },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [code, printed] = await Promise.all([exitCodeOf(app), app.stdout ? text(app.stdout) : ""]);
  const answer = JSON.parse(printed);
  report({ command: args[0], code, answer, ms: lap() });
  return answer;
}

async function watchWindow(display: NodeJS.ProcessEnv): Promise<void> {
  const lap = stopwatch();
  const chooseA = screensFor("en").computer.choose("A");
  const { application, page, tries } = await launchWindow({
    start: startByPlaywright,
    executablePath: EXECUTABLE,
    // Emulated, the graphics process takes longer than Chromium waits for it.
    args: [...chromiumSwitches(false), "--disable-gpu", process.cwd()],
    env: {
      DISPLAY: display.DISPLAY ?? "",
      KEYFERRY_HOME: HOME,
      LANGUAGE: "en",
      LANG: "en_US.UTF-8",
    },
    limitMs: PATIENCE_MS,
    loaded: (opened) => opened.getByRole("button", { name: chooseA }).waitFor({ timeout: PATIENCE_MS }),
  });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.getByRole("button", { name: chooseA }).click();
  report({ window: "opened", tries, ms: lap() });
  for (let cycle = 1; cycle <= CYCLES; cycle += 1) await seeOneStick(page);
  lap();
  await application.close();
  report({ window: "closed", ms: lap() });
}

async function seeOneStick(page: Page): Promise<void> {
  const stick = page.getByText("KINGSTON").first();
  const lap = stopwatch();
  await mount(await plug("kingston"));
  await stick.waitFor();
  report({ window: "shown", ms: lap() });
  await pull("kingston");
  await unmount();
  lap();
  await stick.waitFor({ state: "hidden" });
  report({ window: "hidden", ms: lap() });
}
