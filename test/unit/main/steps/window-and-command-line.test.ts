import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { expect, test } from "vitest";
import { isAllowed, verdictsOf } from "../../../../core/fetch/fetch-rule.ts";
import { contract } from "../../../../core/ipc.ts";
import { ok } from "../../../../core/result.ts";
import type { TicketId } from "../../../../core/stick/records.ts";
import type { StickContents } from "../../../../core/stick/stick-contents.ts";
import { startTrip, transition } from "../../../../core/trip/transition.ts";
import type { Effect, Trip, TripEvent } from "../../../../core/trip/trip.ts";
import { parseArguments } from "../../../../main/cli/parse-arguments.ts";
import { fetchKeys } from "../../../../main/steps/fetch.ts";
import { scanStick } from "../../../../main/steps/scan.ts";
import type { Stick } from "../../../../main/stick/stick.ts";
import { memoryAt } from "../../../fixtures/computer.ts";
import { fakeContext } from "../../../fixtures/context.ts";
import { done } from "../../../fixtures/done.ts";
import { fetchWith, givesKey, notAsked, textAnswer } from "../../../fixtures/fetching.ts";
import { answer, emptyStick, put, request, temporaryFolder } from "../../../fixtures/stick-folder.ts";
import * as sample from "../../../gallery/samples.ts";

const refuse = (text: string) => async () => ok(textAnswer(text));
const LATER = new Date("2026-11-24T01:00:00Z");

/** A stick with one request in each situation, and the computer that fetched some of them. */
async function everySituation() {
  const home = await temporaryFolder();
  const stick = await emptyStick();
  const refused = async (assetId: string, code: string) => {
    const made = await request(stick, assetId);
    await answer(stick, made.id, { refusal: { code, name: "" } });
  };
  await request(stick, "fresh");
  await request(stick, "twice");
  await request(stick, "TWICE");
  await refused("no-id", "3.1");
  await refused("refused", "3.3");
  await refused("limit", "3.5");
  const cutOff = await request(stick, "cut-off");
  await put(stick, `KEYFERRY/${cutOff.folder}/answer.json.part`, "");
  const answered = await request(stick, "answered");
  await answer(stick, answered.id);
  const damaged = await request(stick, "damaged");
  await answer(stick, damaged.id);
  await writeFile(join(stick.root, "KEYFERRY", damaged.folder, "av_12345_A.key"), "changed");
  const waiting = await request(stick, "waiting");
  await fetchWith(stick, refuse("2.1 ALAS_UNKNOWN_SITEID"), { tickets: [waiting.id] }, home);
  const saved = await request(stick, "saved");
  await fetchWith(stick, givesKey, { tickets: [saved.id] }, home);
  await put(stick, `KEYFERRY/${saved.folder}/av_12345_A.key`, "harmed");
  const before = await emptyStick();
  const { id } = await request(before, "before");
  await fetchWith(before, givesKey, { tickets: [id] }, home);
  await request(stick, "before");
  return { home, stick };
}

const contextAt = (home: string, now: Date | undefined) => ({
  ...fakeContext(),
  ...memoryAt(home),
  ...(now ? { now: () => now } : {}),
});

/** The fetch that the window asks for when the technician chooses this request and confirms every question. */
function windowFetch(contents: StickContents, now: number, ticket: TicketId): Effect | undefined {
  const events: readonly TripEvent[] = [
    { type: "drives-changed", drives: [sample.stick] },
    { type: "stick-read", stick: sample.stick.id, outcome: ok(contents) },
    { type: "tickets-chosen", tickets: [ticket] },
    { type: "fetch-wanted" },
    { type: "fetch-confirmed" },
  ];
  let trip: Trip = startTrip("A", now);
  const all: Effect[] = [];
  for (const event of events) {
    const [next, effects] = transition(trip, event);
    trip = next;
    all.push(...effects);
  }
  return all.find((effect) => effect.type === "fetch");
}

/** Whether main takes up this call. The fetch is cancelled before ALAS is contacted, so that nothing changes. */
async function mayFetch(stick: Stick, home: string, now: Date | undefined, input: Parameters<typeof fetchWith>[2]) {
  const given = now ? { now: () => now } : {};
  return (await fetchWith(stick, notAsked, { ...input, signal: AbortSignal.abort() }, home, given)).outcome.ok;
}

test.each([
  ["inside the wait", undefined],
  ["after the wait", LATER],
])("window, command line and main agree on the verdict of every request, %s", async (_, now) => {
  const { home, stick } = await everySituation();
  const context = contextAt(home, now);
  const contents = done(await scanStick(stick, context));
  const { requests } = contents;
  const clock = context.now().getTime();
  const verdicts = verdictsOf(requests, clock);
  const reasons = new Set([...verdicts.values()].map(({ reason }) => reason));
  expect(reasons.size).toBeGreaterThanOrEqual(10);
  for (const [request, verdict] of verdicts) {
    const { id, folder } = request;
    if (id === null) throw new Error("each request has a ticket");
    const effect = windowFetch(contents, clock, id);
    const isOpen = verdict.type !== "never" && verdict.type !== "wait";
    expect(effect !== undefined, `window: ${folder} ${verdict.reason}`).toBe(isOpen);
    if (effect?.type === "fetch") {
      const call = v.parse(contract["stick.fetch"].input, { stick: effect.stick, requests: effect.requests });
      expect(await mayFetch(stick, home, now, { requests: call.requests }), `main: ${folder}`).toBe(true);
      const unconfirmed = effect.requests.map((one) => ({ ...one, confirmed: null }));
      expect(await mayFetch(stick, home, now, { requests: unconfirmed }), folder).toBe(isAllowed(verdict, null));
    }
    for (const again of [false, true]) {
      const allowed = isAllowed(verdict, again ? "again" : "named");
      const line = parseArguments(["fetch", "--drive", stick.root, "--ticket", id, ...(again ? ["--again"] : [])]);
      if (!line.ok || line.value.command.name !== "fetch") throw new Error("the command line is understood");
      const { tickets = [] } = line.value.command;
      const input = { tickets, again: line.value.command.again };
      expect(await mayFetch(stick, home, now, input), `named: ${folder} ${again}`).toBe(allowed);
    }
  }
});

test("an unnamed fetch takes what needs no confirmation, and tells of each other one why it is left", async () => {
  const { home, stick } = await everySituation();
  const context = contextAt(home, undefined);
  const verdicts = [...verdictsOf(done(await scanStick(stick, context)).requests, context.now().getTime())];
  let planned: { taken: readonly string[]; left: readonly object[] } = { taken: [], left: [] };
  await fetchWith(
    stick,
    givesKey,
    {
      onPlan: ({ requests, left }) => {
        planned = { taken: requests.map(({ ticketId }) => ticketId), left };
      },
    },
    home,
  );
  expect(planned).toEqual({
    taken: verdicts.flatMap(([{ id }, verdict]) => (isAllowed(verdict, null) ? [id] : [])),
    left: verdicts.flatMap(([{ id }, { type, reason }]) =>
      type === "confirm" || type === "wait" ? [{ ticketId: id, reason }] : [],
    ),
  });
});

test("a request that is not the one that was shown is not fetched, and ALAS is not contacted", async () => {
  const stick = await emptyStick();
  const { id } = await request(stick);
  const shown = { ticket: id, ticketSha256: "0".repeat(64), confirmed: null };
  const { outcome, asked } = await fetchWith(stick, givesKey, { requests: [shown] });
  expect(outcome).toEqual({ ok: false, error: { code: "stick-changed-since" } });
  expect(asked).toEqual([]);
});

test("a URL saved by hand that is not the one that was shown is not fetched either", async () => {
  const stick = await emptyStick();
  await put(stick, "link.txt", "https://alas.stratus.com/activate?siteid=ze-207");
  const byHand = { file: "link.txt", urlSha256: "0".repeat(64), confirmed: null };
  const context = { ...fakeContext(), ...memoryAt(await temporaryFolder()), ask: givesKey };
  expect(await fetchKeys(stick, { byHand }, context)).toEqual({ ok: false, error: { code: "stick-changed-since" } });
  expect(done(await scanStick(stick, context)).requests).toEqual([]);
});
