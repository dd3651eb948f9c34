import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { screensFor } from "../../core/text/screens-for.ts";
import { mountExfat } from "../fixtures/exfat-stick.ts";
import { type KeyferryApp, openKeyferry } from "../fixtures/keyferry-app.ts";
import { startPracticeSite } from "../fixtures/practice-site.ts";
import { requestStep } from "../fixtures/three-steps.ts";

const words = screensFor("en");

/** Closes the window as its frame does, and gives this answer to the system's box; tells what the box asked. */
const closeAnswering = ({ application }: KeyferryApp, answer: string) =>
  application.evaluate(
    ({ BrowserWindow, dialog }, given) =>
      new Promise<string>((asked) => {
        dialog.showMessageBox = (async (_window: unknown, box: Electron.MessageBoxOptions) => {
          setTimeout(asked, 0, box.message);
          return { response: box.buttons?.indexOf(given) ?? -1, checkboxChecked: false };
        }) as typeof dialog.showMessageBox; // a box of the system cannot be driven
        BrowserWindow.getAllWindows()[0]?.close();
      }),
    answer,
  );

test("closed over a fetch, the window asks; cancelled, it goes when that is on record, and ALAS was asked once", async () => {
  const site = await startPracticeSite();
  const stick = await mountExfat();
  try {
    await requestStep({ site, stick, language: "en" });
    const app = await openKeyferry(site, { computer: "A" });
    const { page, application } = app;
    await app.chooseFolder(stick.root);
    await page.getByRole("button", { name: words.computer.choose("A") }).click();
    await page.getByRole("button", { name: words.stick.chooseFolder }).first().click();
    site.alas.answerNext({ status: 200, headers: {}, body: new Uint8Array(2000), chunkDelayMs: 1000 }); // half an hour
    await page.getByRole("button", { name: words.fetch.fetch(1, 0) }).click();
    await expect.poll(() => site.alas.requests.length).toBe(1);

    expect(await closeAnswering(app, words.fetch.closing.stay)).toBe(words.fetch.closing.question);
    await expect(page.getByRole("button", { name: words.fetch.cancel })).toBeVisible();

    const gone = application.waitForEvent("close", { timeout: 10_000 });
    await closeAnswering(app, words.fetch.closing.close).catch(() => undefined); // it may go before it has answered
    await gone;
    const journal = (await readFile(join(site.home, "computer-A", "journal.jsonl"), "utf8")).trim().split("\n");
    expect(journal.map((line) => JSON.parse(line).counted ?? "begun")).toEqual(["begun", "perhaps"]);
    expect(site.alas.requests).toHaveLength(1);
  } finally {
    await stick.unmount();
    await site.close();
  }
});
