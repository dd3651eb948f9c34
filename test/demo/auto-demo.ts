import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Language } from "../../core/settings.ts";
import { mountExfat } from "../fixtures/exfat-stick.ts";
import { startPracticeSite } from "../fixtures/practice-site.ts";
import { deliverStep, fetchStep, type Journey, keyOnStick, requestStep, sha256 } from "../fixtures/three-steps.ts";

/** Walks through the three steps in the real window, in each language. Returns whether each key arrived as it was sent. */
export async function autoDemo(pictures: string, print: (line: string) => void): Promise<boolean> {
  await mkdir(pictures, { recursive: true });
  let good = true;
  for (const language of ["ja", "en"] as const) good = (await walk(language, pictures, print)) && good;
  print(`\nA picture of each step lies in ${pictures}`);
  return good;
}

async function walk(language: Language, pictures: string, print: (line: string) => void): Promise<boolean> {
  const site = await startPracticeSite({ language });
  const stick = await mountExfat();
  const kind = stick.type === "exfat" ? "a real exFAT file system" : "a folder, since exFAT cannot be mounted here";
  print(`\nThree steps for ${site.console.assetId} (${language}); the stick is ${kind}`);
  const journey: Journey = {
    site,
    stick,
    language,
    see: async (step, app) => {
      await app.page.screenshot({ path: join(pictures, `${step}-${language}.png`) });
    },
  };
  try {
    await requestStep(journey);
    print("  1 Save the link    Computer B: the link was vetted, written and read back");
    await stick.remount();
    await fetchStep(journey);
    print(
      `  2 Get the key      Computer A: ${site.alas.requests.length} request to ALAS, the key written and read back`,
    );
    await stick.remount();
    const delivered = sha256(await readFile(await deliverStep(journey)));
    print("  3 Upload the key   Computer B: the key copied, compared and taken by the practice console");
    const sent = sha256(site.alas.sent[0] ?? new Uint8Array());
    const carried = sha256(await keyOnStick(journey));
    print(`  SHA-256 as ALAS sent it      ${sent}`);
    print(`  SHA-256 as it lay on stick   ${carried}`);
    print(`  SHA-256 as it was copied     ${delivered}`);
    const good = sent === carried && carried === delivered && site.alas.requests.length === 1;
    print(good ? "  equal: the key arrived as it was sent" : "  NOT EQUAL");
    return good;
  } finally {
    await stick.unmount();
    await site.close();
  }
}
