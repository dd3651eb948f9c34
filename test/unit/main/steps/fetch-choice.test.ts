import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { err, ok } from "../../../../core/result.ts";
import type { TicketId } from "../../../../core/stick/records.ts";
import type { Stick } from "../../../../main/stick/stick.ts";
import { done } from "../../../fixtures/done.ts";
import { fetchWith, givesKey, keyAnswer } from "../../../fixtures/fetching.ts";
import { answer, emptyStick, onlyRequest, put, request, urlOf } from "../../../fixtures/stick-folder.ts";

const usedUp = { code: "3.5", name: "ALAS_NO_MORE_ACTIVATION" };

describe("which requests are asked for", () => {
  test("all that were never asked for; one failure stops nothing", async () => {
    const stick = await emptyStick();
    const failing = await request(stick, "ze-208");
    const good = await request(stick, "ze-209");
    const had = await request(stick, "ze-207");
    await answer(stick, had.id);
    const { outcome, asked } = await fetchWith(stick, async (url) =>
      url.includes("ze-208") ? err({ code: "net-reset" }) : ok(keyAnswer()),
    );
    expect(asked.toSorted()).toEqual([urlOf("ze-208"), urlOf("ze-209")]);
    const results = new Map(done(outcome).map((result) => [result.ticketId, result.outcome]));
    expect(results).toEqual(
      new Map([
        [failing.id, "failed"],
        [good.id, "key"],
      ]),
    );
  });

  test("none: nothing to do is no failure", async () => {
    expect((await fetchWith(await emptyStick(), givesKey)).outcome).toEqual(ok([]));
  });

  test("one that was refused or cut off only where it is named", async () => {
    const stick = await emptyStick();
    const refused = await request(stick, "ze-208");
    await answer(stick, refused.id, { refusal: { code: "3.3", name: "ALAS_NO_SIGN" } });
    const cutOff = await request(stick, "ze-209");
    await put(stick, `KEYFERRY/${cutOff.folder}/answer.json.part`, "");
    expect((await fetchWith(stick, givesKey)).asked).toEqual([]);
    expect((await fetchWith(stick, givesKey, { tickets: [refused.id, cutOff.id] })).asked).toHaveLength(2);
  });

  test("one named twice is asked for once", async () => {
    const stick = await emptyStick();
    const { id } = await request(stick);
    expect((await fetchWith(stick, givesKey, { tickets: [id, id] })).asked).toHaveLength(1);
  });

  test("after 3.5 only where that is meant", async () => {
    const stick = await emptyStick();
    const { id } = await request(stick);
    await answer(stick, id, { refusal: usedUp });
    const first = await fetchWith(stick, givesKey, { tickets: [id] });
    expect(first).toEqual({ outcome: err({ code: "activations-used-up", ticket: id }), asked: [] });
    expect((await fetchWith(stick, givesKey, { tickets: [id], again: true })).asked).toHaveLength(1);
  });

  test.each([
    ["answered", "already-answered", (stick: Stick, id: TicketId) => answer(stick, id)],
    ["unknown", "unknown-ticket", (stick: Stick) => rm(join(stick.root, "KEYFERRY"), { recursive: true })],
    [
      "damaged",
      "record-damaged",
      async (stick: Stick) => {
        const { folder } = await onlyRequest(stick);
        await writeFile(join(stick.root, "KEYFERRY", folder, "ticket.json"), "{");
      },
    ],
  ] as const)("never one that is %s", async (_, code, make) => {
    const stick = await emptyStick();
    const { id } = await request(stick);
    await make(stick, id);
    const { outcome, asked } = await fetchWith(stick, givesKey, { tickets: [id] });
    // A damaged ticket has lost its id: it is as unknown as one that is not there.
    const expected = code === "record-damaged" ? "unknown-ticket" : code;
    expect(outcome).toMatchObject({ ok: false, error: { code: expected } });
    expect(asked).toEqual([]);
  });

  test("one whose answer is damaged can be fetched again", async () => {
    const stick = await emptyStick();
    const { id, folder } = await request(stick);
    await answer(stick, id);
    await writeFile(join(stick.root, "KEYFERRY", folder, "av_12345_A.key"), "changed");
    expect(await onlyRequest(stick)).toMatchObject({ state: "damaged" });
    expect((await fetchWith(stick, givesKey)).asked).toEqual([]);
    expect(done((await fetchWith(stick, givesKey, { tickets: [id] })).outcome)).toMatchObject([{ outcome: "key" }]);
    expect(await onlyRequest(stick)).toMatchObject({ state: "answered" });
  });
});

describe("a URL that somebody saved by hand", () => {
  test("becomes a request, and is fetched", async () => {
    const stick = await emptyStick();
    await put(stick, "link.txt", `${urlOf("ze-207")}\r\n`);
    const { outcome, asked } = await fetchWith(stick, givesKey, { byHand: "link.txt" });
    expect(done(outcome)).toMatchObject([{ outcome: "key" }]);
    expect(asked).toEqual([urlOf("ze-207")]);
    expect(await onlyRequest(stick)).toMatchObject({ state: "answered", assetId: "ze-207" });
  });

  test("is a request already after a fetch that failed, and is taken in again only where that is meant", async () => {
    const stick = await emptyStick();
    await put(stick, "link.txt", `${urlOf("ze-207")}\r\n`);
    await fetchWith(stick, async () => err({ code: "net-offline" }), { byHand: "link.txt" });
    const { id } = await onlyRequest(stick);
    const second = await fetchWith(stick, givesKey, { byHand: "link.txt" });
    expect(second).toEqual({ outcome: err({ code: "already-requested", ticket: id }), asked: [] });
    const another = { random: (length: number) => new Uint8Array(length) }; // than the first ticket's ID
    const again = await fetchWith(stick, givesKey, { byHand: "link.txt", again: true }, undefined, another);
    expect(done(again.outcome)).toMatchObject([{ outcome: "key" }]);
  });

  test.each(["other.txt", "../link.txt", "/etc/passwd"])(
    "a file that a scan did not name is not opened: %s",
    async (file) => {
      const stick = await emptyStick();
      const { outcome, asked } = await fetchWith(stick, givesKey, { byHand: file });
      expect(outcome).toEqual(err({ code: "by-hand-unusable", file }));
      expect(asked).toEqual([]);
    },
  );
});
