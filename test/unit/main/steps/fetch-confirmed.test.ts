import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { err, ok } from "../../../../core/result.ts";
import type { FetchPlanned } from "../../../../main/steps/fetch.ts";
import type { LeftRequest } from "../../../../main/steps/fetch-plan.ts";
import { fakeContext } from "../../../fixtures/context.ts";
import { done } from "../../../fixtures/done.ts";
import { fetchWith, givesKey, keyAnswer, notAsked, textAnswer } from "../../../fixtures/fetching.ts";
import {
  answer,
  emptyStick,
  onlyRequest,
  put,
  read,
  request,
  temporaryFolder,
} from "../../../fixtures/stick-folder.ts";

const unknownYet = async () => ok(textAnswer("2.1 ALAS_UNKNOWN_SITEID"));
const MARKER = "answer.json.part";
const stored = async (stick: Awaited<ReturnType<typeof emptyStick>>) => (await read(stick)).contents.requests;

describe("a fetch that needs a confirmation", () => {
  test("of two requests for one system only one is fetched", async () => {
    const stick = await emptyStick();
    await request(stick, "ze-207");
    await request(stick, "ZE-207");
    expect((await fetchWith(stick, givesKey)).asked).toHaveLength(1);
  });

  test("a system that was fetched before is fetched again only when its request is named", async () => {
    const home = await temporaryFolder();
    const before = await emptyStick();
    await request(before, "ze-207");
    await fetchWith(before, givesKey, {}, home);
    const stick = await emptyStick();
    const { id } = await request(stick, "ze-207");
    expect((await fetchWith(stick, givesKey, {}, home)).asked).toEqual([]);
    expect((await fetchWith(stick, givesKey, { tickets: [id] }, home)).asked).toHaveLength(1);
  });

  test("a request that is named inside the wait after 2.1 is refused, unless it is meant", async () => {
    const stick = await emptyStick();
    const home = await temporaryFolder();
    const { id } = await request(stick);
    await fetchWith(stick, unknownYet, {}, home);
    const early = await fetchWith(stick, notAsked, { tickets: [id] }, home);
    expect(early.outcome).toMatchObject({ ok: false, error: { code: "wait-not-over", ticket: id } });
    expect(early.asked).toEqual([]);
    expect((await fetchWith(stick, givesKey, { tickets: [id], again: true }, home)).asked).toHaveLength(1);
  });
});

describe("after the wait of 2.1", () => {
  test("of two requests for one system only one is due, and the other needs its own confirmation", async () => {
    const stick = await emptyStick();
    await request(stick, "ze-207");
    await request(stick, "ZE-207");
    const home = await temporaryFolder();
    await fetchWith(stick, unknownYet, {}, home);
    const inAnHour = new Date(fakeContext().now().getTime() + 3_600_000);
    const left: LeftRequest[] = [];
    const onPlan = (plan: FetchPlanned) => void left.push(...plan.left);
    await fetchWith(stick, notAsked, { onPlan }, home, { now: () => inAnHour });
    expect(left.map(({ reason }) => reason).toSorted()).toEqual(["retry-due", "same-system"]);
    const both = left.map(({ ticketId }) => ({ ticket: ticketId, confirmed: "retry-due" as const }));
    const { outcome } = await fetchWith(stick, notAsked, { requests: both }, home, { now: () => inAnHour });
    expect(outcome).toMatchObject({ ok: false, error: { code: "confirmation-needed", reason: "same-system" } });
  });
});

describe("what a cut-off fetch leaves", () => {
  test("a refused request whose retry was cut off counts as cut off, whichever computer reads the stick", async () => {
    const stick = await emptyStick();
    const { id, folder } = await request(stick);
    await answer(stick, id, { refusal: { code: "3.3", name: "ALAS_NO_SIGN" } });
    await put(stick, `KEYFERRY/${folder}/${MARKER}`, "");
    expect(await onlyRequest(stick)).toMatchObject({ state: "incomplete", next: "fetch-again-knowingly" });
    expect((await fetchWith(stick, givesKey)).asked).toEqual([]);
    expect((await fetchWith(stick, givesKey, { tickets: [id] })).asked).toHaveLength(1);
  });

  test("after 3.5 a marker does not make the request's name enough", async () => {
    const stick = await emptyStick();
    const { id, folder } = await request(stick);
    await answer(stick, id, { refusal: { code: "3.5", name: "ALAS_NO_MORE_ACTIVATION" } });
    await put(stick, `KEYFERRY/${folder}/${MARKER}`, "");
    const named = await fetchWith(stick, notAsked, { tickets: [id] });
    expect(named.outcome).toMatchObject({ ok: false, error: { code: "activations-used-up" } });
    expect(named.asked).toEqual([]);
    expect((await fetchWith(stick, givesKey, { tickets: [id], again: true })).asked).toHaveLength(1);
  });

  test("a marker whose fetch was never sent, as this computer's record knows, needs no name", async () => {
    const stick = await emptyStick();
    const home = await temporaryFolder();
    const { folder } = await request(stick);
    let marker: Uint8Array = new Uint8Array();
    const offline = async () => {
      marker = await (await import("node:fs/promises")).readFile(join(stick.root, "KEYFERRY", folder, MARKER));
      return err({ code: "net-offline" } as const);
    };
    await fetchWith(stick, offline, {}, home);
    await writeFile(join(stick.root, "KEYFERRY", folder, MARKER), marker); // the stick was pulled before it was removed
    expect(await stored(stick)).toMatchObject([{ state: "incomplete" }]);
    expect(done((await fetchWith(stick, async () => ok(keyAnswer()), {}, home)).outcome)).toMatchObject([
      { outcome: "key" },
    ]);
  });

  test("to another computer that marker is a fetch that may have counted", async () => {
    const stick = await emptyStick();
    const { folder } = await request(stick);
    await put(stick, `KEYFERRY/${folder}/${MARKER}`, "Fetch: 3F9A2C7K1M\r\n");
    expect((await fetchWith(stick, givesKey)).asked).toEqual([]);
  });
});
