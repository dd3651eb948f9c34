import { existsSync } from "node:fs";
import { readFile, readlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { deliverKeys } from "../../../../main/steps/deliver.ts";
import { fakeContext } from "../../../fixtures/context.ts";
import { plannerFor } from "../../../fixtures/fetch-plan.ts";
import { emptyStick, read, temporaryFolder } from "../../../fixtures/stick-folder.ts";
import { worstStick, worstSticks } from "../../../fixtures/sticks/worst-sticks.ts";
import { threadMs } from "../../../fixtures/thread-time.ts";

type Name = keyof typeof worstSticks;
const NAMES = Object.keys(worstSticks) as Name[]; // they are exactly its keys

async function harmed(name: Name) {
  const stick = await emptyStick();
  return { stick, ...(await worstStick(stick, name)) };
}

async function deliver(name: Name) {
  const { stick, answered } = await harmed(name);
  const to = await temporaryFolder();
  return { stick, result: await deliverKeys(stick, { to, tickets: [answered.id] }, fakeContext()) };
}

test.each(NAMES)("%s: read in time, and the request that waits can be fetched", async (name) => {
  const { stick, requested } = await harmed(name);
  const start = threadMs();
  const reading = await read(stick);
  expect(threadMs() - start).toBeLessThan(2_000);
  const plan = await plannerFor(stick, reading);
  expect(await plan([requested.id], false)).toMatchObject({ ok: true, value: { jobs: [{ type: "asking" }] } });
  expect(reading.open.get(requested.id)?.folder).toBe(requested.folder);
});

test("of a crowd of long texts the first few are searched", async () => {
  const { stick } = await harmed("a crowd of long texts that name the host");
  const { urls } = (await read(stick)).contents.byHand;
  expect(urls[0]).toMatchObject({ file: "a.txt", assetId: "ze-301" });
});

test("a URL's file that is longer than any URL is not even searched", async () => {
  const { stick, answered } = await harmed("a long text for a URL");
  const found = (await read(stick)).contents.requests.find(({ folder }) => folder === answered.folder);
  expect(found?.problems).toContainEqual({ code: "file-too-large", file: "activation-url.txt", limit: 8192 });
});

test("a harmed copy keeps no whole key from being delivered", async () => {
  const { result } = await deliver("a copy without its URL beside an answered request");
  expect(result).toMatchObject({ ok: true, value: { files: [{ bytes: 13 }] } });
});

test("a record that is too deep is damaged", async () => {
  const { stick, answered } = await harmed("a record thirty thousand levels deep");
  const found = (await read(stick)).contents.requests.find(({ folder }) => folder === answered.folder);
  expect(found).toMatchObject({ state: "damaged", problems: [{ code: "record-damaged", file: "answer.json" }] });
});

test.each<[Name, RegExp]>([
  ["a key that is called like a device", /\/_CON\.key$/],
  ["a key that is called by its ending alone", /\/activated_A\.key$/],
])("%s is delivered under a name that anybody can open", async (name, delivered) => {
  const { result } = await deliver(name);
  const path = result.ok ? result.value.files[0]?.path : undefined;
  expect(path).toMatch(delivered);
  expect(await readFile(path ?? "", "utf8")).toBe("a key's bytes");
});

test("what is written goes through no link", async () => {
  const { stick, result } = await deliver("links outside in the place of what is written");
  expect(result).toMatchObject({ ok: true, value: { warnings: ["delivery-not-recorded"] } });
  expect(existsSync(await readlink(join(stick.root, "KEYFERRY", "NEXT-STEP.txt")))).toBe(false);
});
