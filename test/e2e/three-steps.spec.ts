import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { mountExfat } from "../fixtures/exfat-stick.ts";
import { startPracticeSite } from "../fixtures/practice-site.ts";
import { deliverStep, fetchStep, type Journey, keyOnStick, requestStep, sha256 } from "../fixtures/three-steps.ts";

const PICTURES = "test-results/three-steps";

for (const language of ["ja", "en"] as const) {
  test(`three steps in the window bring the key to the console (${language})`, async () => {
    await mkdir(PICTURES, { recursive: true });
    const site = await startPracticeSite({ language });
    const stick = await mountExfat();
    console.log(
      `the stick is ${stick.type === "exfat" ? "a real exFAT file system" : "a folder: exFAT cannot be mounted here"}`,
    );
    const journey: Journey = {
      site,
      stick,
      language,
      see: async (step, app) => {
        await app.page.screenshot({ path: join(PICTURES, `${step}-${language}.png`), fullPage: true });
      },
    };
    try {
      await requestStep(journey);
      expect(site.alas.requests, "nothing is asked for at Computer B").toEqual([]);
      await stick.remount();

      await fetchStep(journey);
      expect(site.alas.requests.map(({ method, path }) => ({ method, path }))).toEqual([
        { method: "GET", path: site.console.activationUrl.replace("https://alas.stratus.com", "") },
      ]);
      await stick.remount();

      const delivered = await readFile(await deliverStep(journey));
      const status = await (await fetch(new URL("/status.json", site.console.url))).json();
      expect(status).toMatchObject({
        activated: true,
        assetId: site.console.assetId,
        uploadedSha256: sha256(delivered),
      });
      expect(sha256(await keyOnStick(journey))).toBe(sha256(delivered));
      expect(site.alas.activations(site.console.assetId)).toBe(1);
      expect(site.alas.requests, "one click, one request, in the whole trip").toHaveLength(1);
    } finally {
      await stick.unmount();
      await site.close();
    }
  });
}
