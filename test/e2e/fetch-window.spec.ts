import { expect, type Page, test } from "@playwright/test";
import type { FetchProgress } from "../../core/step-results.ts";
import { type GalleryWindow, openGallery } from "../fixtures/gallery-window.ts";
import { buildGallery } from "../gallery/build-gallery.ts";
import { FETCH_PROGRESS } from "../gallery/fake-bridge.ts";
import { plantFresh } from "../gallery/fetch-samples.ts";

// Step 2's window at work, by keyboard and by the events of a batch: the real state machine behind a bridge to nowhere.

let gallery: GalleryWindow;
test.beforeAll(async () => {
  gallery = await openGallery(await buildGallery(), "light");
});
test.afterAll(() => gallery.close());

const tell = (page: Page, progress: FetchProgress) =>
  page.evaluate(([name, detail]) => dispatchEvent(new CustomEvent(name, { detail })), [
    FETCH_PROGRESS,
    progress,
  ] as const);

test("the question before a second fetch has the focus, Escape takes the way back, and only its own button fetches", async () => {
  const { page } = gallery;
  await gallery.show("fetch-history", "en");
  const fetch = page.getByRole("button", { name: "Fetch the key from ALAS" });
  const dialog = page.getByRole("dialog");
  await fetch.focus();
  await page.keyboard.press("Enter");
  await expect(dialog).toContainText("ze-207");
  await expect(dialog.getByRole("button", { name: "Go back" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(fetch).toBeFocused();

  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter"); // the default
  await expect(dialog).toBeHidden();
  await expect(fetch).toBeFocused();

  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(dialog.getByRole("button", { name: "Fetch anyway" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Fetching from ALAS…");
});

test("the wait after 2.1 is counted down, and at its end the retry is offered, not made", async () => {
  const { page } = gallery;
  await gallery.show("fetch-wait", "en");
  const timer = page.getByRole("timer");
  await expect(timer).toHaveText("Time left: 11:37");
  const later = (ms: number) => page.evaluate((by) => document.documentElement.setAttribute("data-later", `${by}`), ms);
  await later(60_000);
  await expect(timer).toHaveText("Time left: 10:37");
  await expect(page.getByRole("button", { name: /Fetch/ })).toHaveCount(0);
  await later(12 * 60_000);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Now try once more");
  await expect(timer).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Fetch the key from ALAS" })).toBeVisible();
});

test("of two hundred requests one event draws its own line and the sum, nothing else", async () => {
  const { page } = gallery;
  await gallery.show("fetch-200-running", "en");
  const asked = plantFresh.requests.flatMap(({ id }) => id ?? []).slice(61);
  await page.evaluate(() => {
    new MutationObserver((records) => {
      const drawn = Number(document.documentElement.dataset.drawn ?? 0) + records.length;
      document.documentElement.dataset.drawn = `${drawn}`;
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const script = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "ScriptDuration")?.value ?? 0;
  };
  const before = await script();
  let events = 0;
  for (const ticketId of asked.slice(0, 25)) {
    for (const phase of ["asking", "receiving", "writing", "reading-back"] as const) {
      await tell(page, { ticketId, phase });
    }
    await tell(page, { ticketId, phase: "done", outcome: "key" });
    events += 5;
  }
  await expect(page.getByText("82 of 200 finished")).toBeVisible();
  const msEach = ((await script()) - before) * (1000 / events);
  const drawn = Number(await page.evaluate(() => document.documentElement.dataset.drawn));
  console.log(
    `one progress event of 200 requests: ${msEach.toFixed(1)} ms of script, ${(drawn / events).toFixed(1)} changes`,
  );
  expect(drawn / events, "changes of the page for one event").toBeLessThan(12);
});

test("all and none are chosen by one click each, and one more by its own box", async () => {
  const { page } = gallery;
  await gallery.show("fetch-200", "en");
  await expect(page.getByText("192 of 195 chosen")).toBeVisible();
  await page.getByRole("button", { name: "Choose none" }).click();
  await expect(page.getByText("0 of 195 chosen")).toBeVisible();
  await page.getByRole("checkbox", { name: "ze-1001" }).check();
  await expect(page.getByText("1 of 195 chosen")).toBeVisible();
  await page.getByRole("button", { name: "Choose all" }).click();
  await expect(page.getByText("195 of 195 chosen")).toBeVisible();
});
