import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { err, ok } from "../../../../core/result.ts";
import type { Stick } from "../../../../main/stick/stick.ts";
import { done } from "../../../fixtures/done.ts";
import { historyOf } from "../../../fixtures/fetch-history.ts";
import {
  type Ask,
  fetchWith,
  givesKey,
  KEY,
  notAsked,
  pulledMeanwhile,
  textAnswer,
} from "../../../fixtures/fetching.ts";
import { answer, emptyStick, onlyRequest, request, temporaryFolder, urlOf } from "../../../fixtures/stick-folder.ts";

const folderOf = (stick: Stick, folder: string) => join(stick.root, "KEYFERRY", folder);

describe("a key that this computer keeps", () => {
  test("is written to the stick that was pulled, by itself, and ALAS is not contacted again", async () => {
    const stick = await emptyStick();
    const home = await temporaryFolder();
    const { id, folder } = await request(stick);
    const { leaving, ask } = pulledMeanwhile(stick);
    await fetchWith(leaving, ask, {}, home);
    expect(await onlyRequest(stick)).toMatchObject({ state: "incomplete" });
    expect(await historyOf(stick, home, id)).toMatchObject({ storedAt: expect.stringMatching(/^2026-11-24T/) });

    const { outcome } = await fetchWith(stick, notAsked, {}, home);
    expect(done(outcome)).toMatchObject([
      {
        outcome: "key",
        fromStore: true,
        keyFile: "av_12345_A.key",
        verified: true,
        warnings: ["key-from-this-computer"],
      },
    ]);
    expect(new Uint8Array(await readFile(join(folderOf(stick, folder), "av_12345_A.key")))).toEqual(KEY);
    expect(await onlyRequest(stick)).toMatchObject({ state: "answered", next: "deliver" });
    expect((await readdir(folderOf(stick, folder))).sort()).toEqual([
      "activation-url.txt",
      "answer.json",
      "av_12345_A.key",
      "ticket.json",
    ]);
  });

  test("and whose record alone did not reach the stick gets it, without a second copy", async () => {
    const stick = await emptyStick();
    const home = await temporaryFolder();
    const { folder } = await request(stick);
    await fetchWith(stick, givesKey, {}, home);
    await rm(join(folderOf(stick, folder), "answer.json"));
    const { outcome } = await fetchWith(stick, notAsked, {}, home);
    expect(done(outcome)).toMatchObject([{ keyFile: "av_12345_A.key", fromStore: true }]);
    expect((await readdir(folderOf(stick, folder))).filter((name) => name.endsWith(".key"))).toHaveLength(1);
  });

  test("is written beside a harmed one, named or not", async () => {
    const stick = await emptyStick();
    const home = await temporaryFolder();
    const { folder } = await request(stick);
    await fetchWith(stick, givesKey, {}, home);
    await writeFile(join(folderOf(stick, folder), "av_12345_A.key"), "harmed");
    const { outcome } = await fetchWith(stick, notAsked, {}, home);
    expect(done(outcome)).toMatchObject([{ keyFile: "av_12345_copy2_A.key", fromStore: true }]);
    expect(await onlyRequest(stick)).toMatchObject({ state: "answered" });
  });

  test("mends a request that another computer was refused for with 3.5", async () => {
    const stick = await emptyStick();
    const home = await temporaryFolder();
    const { id } = await request(stick);
    const { leaving, ask } = pulledMeanwhile(stick);
    await fetchWith(leaving, ask, {}, home);
    await answer(stick, id, { refusal: { code: "3.5", name: "ALAS_NO_MORE_ACTIVATION" } });
    const { outcome } = await fetchWith(stick, notAsked, {}, home);
    expect(done(outcome)).toMatchObject([{ outcome: "key", fromStore: true }]);
  });

  test("is not another request's, even of the same system", async () => {
    const stick = await emptyStick();
    const home = await temporaryFolder();
    await request(stick);
    await fetchWith(stick, givesKey, {}, home);
    const again = await emptyStick();
    const { id } = await request(again);
    expect((await fetchWith(again, givesKey, { tickets: [id] }, home)).asked).toEqual([urlOf("ze-207")]);
  });

  test("stays on this computer when the stick does not take it once more", async () => {
    const stick = await emptyStick();
    const home = await temporaryFolder();
    await request(stick);
    const { leaving, ask } = pulledMeanwhile(stick);
    const first = done((await fetchWith(leaving, ask, {}, home)).outcome)[0];
    const checks = { count: 0 };
    const pulled: Stick = {
      root: stick.root,
      check: async () => (++checks.count <= 2 ? stick.check() : err({ code: "stick-gone" })),
    };
    const { outcome } = await fetchWith(pulled, notAsked, {}, home);
    if (first?.outcome !== "failed") throw new Error("the stick took the key");
    const { ticketId, kept, counted } = first;
    expect(counted).toBe("yes");
    // ALAS was not contacted this time: nothing was counted, and nothing is said of it.
    expect(done(outcome)).toEqual([
      { ticketId, outcome: "failed", error: { code: "stick-gone" }, verified: false, kept, keptIs: "key" },
    ]);
  });
});

describe("what is no key is kept for support, and told where", () => {
  test.each<[string, Ask, string]>([
    ["a login page", async () => ok(textAnswer("<html>Sign in</html>", "text/html")), "<html>Sign in</html>"],
    ["a refusal", async () => ok(textAnswer("2.1 ALAS_UNKNOWN_SITEID")), "2.1 ALAS_UNKNOWN_SITEID"],
    ["a server's error", async () => ok({ ...textAnswer("out of order"), status: 503 }), "out of order"],
  ])("%s", async (_, ask, text) => {
    const stick = await emptyStick();
    const home = await temporaryFolder();
    const { id } = await request(stick);
    const kept = join(home, "answers", id, "answer.raw");
    expect(done((await fetchWith(stick, ask, {}, home)).outcome)).toMatchObject([{ kept, keptIs: "answer" }]);
    expect(await readFile(kept, "utf8")).toBe(text);
  });

  test("a computer that cannot keep it goes on all the same", async () => {
    const stick = await emptyStick();
    const home = await temporaryFolder();
    await writeFile(join(home, "answers"), "a file stands there");
    await request(stick);
    expect(done((await fetchWith(stick, givesKey, {}, home)).outcome)).toMatchObject([
      { outcome: "key", verified: true },
    ]);
  });
});
