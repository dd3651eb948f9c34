import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { expect, type Page, test } from "@playwright/test";
import type { AxeResults } from "axe-core";
import { openGallery } from "../fixtures/gallery-window.ts";
import { buildGallery } from "../gallery/build-gallery.ts";
import { states } from "../gallery/states.ts";

const PICTURES = "test-results/gallery";
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const axe = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let built: Promise<string>;
test.beforeAll(() => {
  built = buildGallery();
});

/** What axe-core finds wrong, in a line each. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(await axe);
  // The script just evaluated leaves its function in the page.
  const { violations } = await page.evaluate<AxeResults, string[]>(
    (values) =>
      (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({ runOnly: values }),
    RULES,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

// Each test has an Electron of its own: two can look at the same time.
test.describe.configure({ mode: "parallel", timeout: 900_000 });

for (const language of ["ja", "en"]) {
  for (const scheme of ["light", "dark"] as const) {
    test(`every state is accessible and fits its window (${language}, ${scheme})`, async () => {
      const gallery = await openGallery(await built, scheme);
      const { page } = gallery;
      const said: string[] = [];
      page.on("console", (message) => message.type() === "error" && said.push(message.text()));
      page.on("pageerror", ({ message }) => said.push(message));
      for (const state of Object.keys(states)) {
        await gallery.show(state, language);
        await page.screenshot({ path: `${PICTURES}/${language}-${scheme}/${state}.png` });
        expect.soft(await findings(page), state).toEqual([]);
      }
      await gallery.resize(640, 480);
      for (const state of Object.keys(states)) {
        await gallery.show(state, language);
        await page.screenshot({ path: `${PICTURES}/${language}-${scheme}-small/${state}.png` });
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect.soft(tooWide, `${state}: nothing is to be scrolled sideways`).toBeLessThanOrEqual(0);
      }
      await gallery.close();
      expect(said, "nothing was refused by the content security policy, and nothing failed").toEqual([]);
    });
  }
}
