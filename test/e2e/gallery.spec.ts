import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { expect, type Page, test } from "@playwright/test";
import type { AxeResults } from "axe-core";
import { openGallery } from "../fixtures/gallery-window.ts";
import { buildGallery } from "../gallery/build-gallery.ts";
import { states } from "../gallery/states.ts";

const PICTURES = "test-results/gallery";
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Those of them that look at colours. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];
const ALL = Object.keys(states);
const axe = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let built: Promise<string>;
test.beforeAll(() => {
  built = buildGallery();
});

/** What axe-core finds wrong, in a line each. The page has its script already. */
async function findings(page: Page, runOnly: readonly string[]): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResults, readonly string[]>(
    (values) =>
      // The script leaves its function in the page.
      (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
        runOnly: values,
        resultTypes: ["violations"],
      }),
    runOnly,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

// Each test has an Electron of its own: two can look at the same time.
test.describe.configure({ mode: "parallel", timeout: 900_000 });

for (const language of ["ja", "en"]) {
  test(`every state is accessible and fits its window, light and dark (${language})`, async () => {
    const gallery = await openGallery(await built, "light");
    const { page } = gallery;
    const said: string[] = [];
    page.on("console", (message) => message.type() === "error" && said.push(message.text()));
    page.on("pageerror", ({ message }) => said.push(message));
    await gallery.show(ALL[0] ?? "", language);
    await page.evaluate(await axe);
    for (const state of ALL) {
      await gallery.turnTo(state, language);
      // The schemes differ in their style sheet alone: what does not look at colours finds the same in both.
      for (const [scheme, rules] of [
        ["light", RULES],
        ["dark", COLOUR_RULES],
      ] as const) {
        await gallery.turnScheme(scheme);
        await page.screenshot({ path: `${PICTURES}/${language}-${scheme}/${state}.png` });
        expect.soft(await findings(page, rules), `${state}, ${scheme}`).toEqual([]);
      }
    }
    await gallery.resize(640, 480);
    for (const state of ALL) {
      await gallery.turnTo(state, language);
      for (const scheme of ["light", "dark"] as const) {
        await gallery.turnScheme(scheme);
        await page.screenshot({ path: `${PICTURES}/${language}-${scheme}-small/${state}.png` });
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect.soft(tooWide, `${state}, ${scheme}: nothing is to be scrolled sideways`).toBeLessThanOrEqual(0);
      }
    }
    await gallery.close();
    expect(said, "nothing was refused by the content security policy, and nothing failed").toEqual([]);
  });
}
