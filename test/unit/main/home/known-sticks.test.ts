import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { expect, test } from "vitest";
import type { StickIdentity } from "../../../../core/drives/stick-identity.ts";
import { TicketIdSchema } from "../../../../core/stick/records.ts";
import { createKnownSticks } from "../../../../main/home/known-sticks.ts";
import { deliverKeys } from "../../../../main/steps/deliver.ts";
import { saveRequest } from "../../../../main/steps/request.ts";
import { scanStick } from "../../../../main/steps/scan.ts";
import { noMemory } from "../../../fixtures/computer.ts";
import { fakeContext } from "../../../fixtures/context.ts";
import { done } from "../../../fixtures/done.ts";
import { answer, emptyStick, temporaryFolder, urlOf } from "../../../fixtures/stick-folder.ts";

const FILE = "known-sticks.json";

/** This computer, with two sticks and a folder that stands for one. */
async function computer() {
  const home = await temporaryFolder();
  const [kingston, sandisk, folder] = [await emptyStick(), await emptyStick(), await emptyStick()];
  const identities = new Map<string, StickIdentity>([
    [kingston.root, { serial: "60A44C41", volumeId: "5A3C-11F0", label: "KINGSTON" }],
    [sandisk.root, { serial: "4C530001", volumeId: "77AA-0102", label: "SANDISK" }],
  ]);
  const known = createKnownSticks(home, async (root) => identities.get(root) ?? null);
  return { home, kingston, sandisk, folder, known, context: { ...fakeContext(), ...noMemory, known } };
}

const wanted = { pasted: urlOf("ze-207"), minimal: false, again: false };

test("a stick that lacks what was written to another one is said to be the wrong one", async () => {
  const { kingston, sandisk, context } = await computer();
  expect(done(await scanStick(sandisk, context))).not.toHaveProperty("another");
  done(await saveRequest(kingston, wanted, context));
  expect(done(await scanStick(sandisk, context)).another).toEqual({
    label: "KINGSTON",
    assetId: "ze-207",
    writtenAt: expect.stringMatching(/^2026-11-24T/),
  });
  expect(done(await scanStick(kingston, context))).not.toHaveProperty("another");
});

test("a key that was delivered is not looked for any more", async () => {
  const { home, kingston, sandisk, context } = await computer();
  const { ticket } = done(await saveRequest(kingston, wanted, context));
  await answer(kingston, ticket.id);
  done(await deliverKeys(kingston, { to: join(home, "out") }, context));
  expect(done(await scanStick(sandisk, context))).not.toHaveProperty("another");
  expect(JSON.parse(await readFile(join(home, FILE), "utf8"))).toEqual([]);
});

test("a URL that this computer saved to another stick is said, unless it is meant", async () => {
  const { kingston, sandisk, context } = await computer();
  const { ticket } = done(await saveRequest(kingston, wanted, context));
  expect(await saveRequest(sandisk, wanted, context)).toEqual({
    ok: false,
    error: { code: "already-requested", ticket: ticket.id, elsewhere: { label: "KINGSTON" } },
  });
  done(await saveRequest(sandisk, { ...wanted, pasted: urlOf("ze-208") }, context));
  expect((await saveRequest(sandisk, { ...wanted, again: true }, context)).ok).toBe(true);
});

test("a folder is no stick: it is not remembered, and nothing is said of it", async () => {
  const { home, folder, kingston, context } = await computer();
  done(await saveRequest(folder, wanted, context));
  await expect(stat(join(home, FILE))).rejects.toThrow("ENOENT");
  done(await saveRequest(kingston, wanted, context));
  expect(done(await scanStick(folder, context))).not.toHaveProperty("another");
});

test.each(["", "{", "[1]", '{"a":1}'])("a file that cannot be read (%j) is written anew", async (damage) => {
  const { home, kingston, sandisk, context } = await computer();
  await writeFile(join(home, FILE), damage);
  done(await saveRequest(kingston, wanted, context));
  expect(done(await scanStick(sandisk, context)).another).toMatchObject({ label: "KINGSTON" });
});

test("a home that cannot be written fails no request", async () => {
  const { kingston, context } = await computer();
  const known = createKnownSticks("/dev/null/home", async () => ({ serial: null, volumeId: "1", label: null }));
  done(await saveRequest(kingston, wanted, { ...context, known }));
});

test("the newest fifty are kept, also when they come at once", async () => {
  const { home, kingston, known } = await computer();
  const ids = Array.from({ length: 60 }, (_, count) => String(count).padStart(10, "0"));
  const written = { assetId: null, writtenAt: "2026-11-24T09:30:00+09:00" };
  const requests = ids.map((id) => ({ ticket: v.parse(TicketIdSchema, id), ...written }));
  await Promise.all(requests.map((request) => known.remember(kingston, request)));
  const kept: readonly { ticket: string }[] = JSON.parse(await readFile(join(home, FILE), "utf8"));
  expect(kept.map(({ ticket }) => ticket)).toEqual(ids.slice(10));
});
