import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { screensFor } from "../../core/text/screens-for.ts";
import { mountExfat } from "../fixtures/exfat-stick.ts";
import { type KeyferryApp, openKeyferry } from "../fixtures/keyferry-app.ts";
import { startPracticeSite } from "../fixtures/practice-site.ts";
import { requestStep } from "../fixtures/three-steps.ts";

const MINUTES = 60_000;
const words = screensFor("en");

/** As if this computer's last fetches had been made that much earlier. */
async function makeOlder(home: string, ms: number): Promise<void> {
  const file = join(home, "computer-A", "journal.jsonl");
  const text = await readFile(file, "utf8");
  const older = (at: string) => `${new Date(Date.parse(at) - ms).toISOString().slice(0, 19)}Z`;
  await writeFile(
    file,
    text.replace(/"at":"([^"]+)"/g, (_, at: string) => `"at":"${older(at)}"`),
  );
}

test("after 2.1 the wait survives a restart, and one retry is offered at its end, which brings the key", async () => {
  const site = await startPracticeSite({ assetId: "practice-21" }); // refuses once, as right after a licence was made
  const stick = await mountExfat();
  const { alas, home } = site;
  const atA = async (use: (app: KeyferryApp) => Promise<void>) => {
    const app = await openKeyferry(site, { computer: "A" });
    await app.chooseFolder(stick.root);
    const choice = app.page.getByRole("button", { name: words.computer.choose("A") });
    const folder = app.page.getByRole("button", { name: words.stick.chooseFolder }).first();
    await choice.or(folder).first().waitFor();
    if (await choice.isVisible()) await choice.click();
    await folder.click();
    await use(app);
    await app.close();
  };
  const heading = ({ page }: KeyferryApp) => page.getByRole("heading", { level: 1 });
  const fetchOne = ({ page }: KeyferryApp) => page.getByRole("button", { name: words.fetch.fetch(1, 0) });
  try {
    await requestStep({ site, stick, language: "en" });
    await atA(async (app) => {
      await fetchOne(app).click();
      await expect(heading(app)).toHaveText(/^Wait until \d\d:\d\d, then try once more$/);
      await expect(app.page.getByRole("timer")).toHaveText(/1[45]:\d\d$/);
    });
    await makeOlder(home, 4 * MINUTES);
    await atA(async (app) => {
      await expect(heading(app)).toHaveText(/^Wait until/);
      await expect(app.page.getByRole("timer")).toHaveText(/(1[01]|0\d):\d\d$/);
      await expect(fetchOne(app)).toHaveCount(0);
    });
    expect(alas.requests, "time alone asks for nothing").toHaveLength(1);
    await makeOlder(home, 12 * MINUTES);
    await atA(async (app) => {
      await expect(heading(app)).toHaveText("Now try once more");
      expect(alas.requests, "nor does the end of the wait").toHaveLength(1);
      await fetchOne(app).click();
      await expect(heading(app)).toHaveText("Now take the folder to Computer B");
    });
    expect(alas.requests).toHaveLength(2);
    expect(alas.activations("practice-21")).toBe(1);
  } finally {
    await stick.unmount();
    await site.close();
  }
});
