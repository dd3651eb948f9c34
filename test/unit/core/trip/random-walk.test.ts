import fc from "fast-check";
import { expect, test } from "vitest";
import { err, ok } from "../../../../core/result.ts";
import { screensFor } from "../../../../core/text/screens-for.ts";
import { askable, costly, standingOf } from "../../../../core/trip/fetch-choice.ts";
import { chosenIn } from "../../../../core/trip/fetch-review.ts";
import { nextAction } from "../../../../core/trip/next-action.ts";
import { asDone } from "../../../../core/trip/removal.ts";
import { contentsOf, deliverable } from "../../../../core/trip/sticks.ts";
import { startTrip, transition } from "../../../../core/trip/transition.ts";
import { type Effect, hopOf, type Trip, type TripEvent } from "../../../../core/trip/trip.ts";
import { tripMap } from "../../../../core/trip/trip-map.ts";
import * as fetched from "../../../gallery/fetch-samples.ts";
import * as sample from "../../../gallery/samples.ts";
import { states } from "../../../gallery/states.ts";

const { stick, secondStick, folder } = sample;
const requests = [sample.requested, sample.otherRequested, sample.cutOff, sample.refused, sample.usedUp];
const tickets = requests.flatMap(({ id }) => (id ? [id] : []));
const byHand = { urls: [{ file: "link.txt", assetId: null }], keys: [{ file: "old.key", bytes: 9 }] };
const contents = [
  sample.holding(),
  sample.holding(...requests, sample.damaged),
  sample.holding(sample.answered),
  sample.holding(sample.answered, sample.otherAnswered, sample.delivered),
  { ...sample.holding(), byHand },
];
/** On the first stick only, or the walks would do nothing but read. */
const histories = [
  sample.holding(fetched.fetchedBefore, fetched.kept, fetched.waiting),
  sample.holding(fetched.waiting),
  sample.holding(fetched.spent),
  sample.holding(fetched.fresh, fetched.twice),
  { ...sample.holding(fetched.fetchedBefore), byHand: { urls: [{ file: "link.txt", assetId: "ZE-207" }], keys: [] } },
];
const failed = err({ code: "stick-gone" } as const);

/** All that the technician, the drives and the main process can come up with, fitting or not. */
const pool: readonly TripEvent[] = [
  { is: "computer-chosen", computer: "A" },
  { is: "computer-chosen", computer: "B" },
  { is: "computer-changed" },
  { is: "hop-chosen", hop: "request" },
  { is: "hop-chosen", hop: "fetch" },
  { is: "hop-chosen", hop: "deliver" },
  { is: "back" },
  { is: "drives-changed", drives: [] },
  { is: "drives-failed", problem: { code: "drives-hang", ms: 5_000 } },
  { is: "drives-changed", drives: [stick] },
  { is: "drives-changed", drives: [secondStick, sample.cardReader] },
  { is: "drives-changed", drives: [stick, secondStick] },
  { is: "drives-changed", drives: [sample.lockedStick] },
  { is: "stick-chosen", stick: stick.id },
  { is: "stick-chosen", stick: secondStick.id },
  { is: "stick-chosen", stick: sample.driveId("d-ffffffffffff") },
  ...histories.map((each): TripEvent => ({ is: "stick-read", stick: stick.id, outcome: ok(each) })),
  { is: "folder-wanted" },
  { is: "folder-chosen", outcome: ok(folder) },
  { is: "folder-chosen", outcome: ok(null) },
  ...[stick, secondStick, folder].flatMap(({ id }): TripEvent[] => [
    ...contents.map((each): TripEvent => ({ is: "stick-read", stick: id, outcome: ok(each) })),
    { is: "stick-read", stick: id, outcome: failed },
  ]),
  { is: "drives-changed", drives: [stick, sample.unmountedStick, sample.unreadableStick] },
  ...[stick, secondStick].flatMap(({ id }): TripEvent[] => [
    { is: "eject-ended", stick: id, outcome: ok(null) },
    { is: "eject-ended", stick: id, outcome: err({ code: "stick-eject-busy", by: [] }) },
    { is: "eject-ended", stick: id, outcome: failed },
    { is: "read-only-explained", stick: id, outcome: ok({ code: "stick-policy" }) },
  ]),
  { is: "eject-wanted" },
  { is: "mount-wanted", drive: sample.unmountedStick.id },
  { is: "mount-wanted", drive: sample.cardReader.id },
  { is: "mount-ended", drive: sample.unmountedStick.id, outcome: ok([stick]) },
  { is: "mount-ended", drive: sample.unmountedStick.id, outcome: err({ code: "stick-mount-failed", detail: "x" }) },
  { is: "link-given", text: sample.LINK },
  { is: "link-given", text: sample.UNTOLD_LINK },
  { is: "link-given", text: "no link" },
  { is: "link-given", text: "" },
  { is: "asset-id-typed", text: "ze-207" },
  { is: "asset-id-typed", text: "---" },
  { is: "request-described", note: "4711", minimal: true },
  { is: "operator-given", name: "Maintenance 2" },
  { is: "link-confirmed" },
  { is: "write-wanted", again: false },
  { is: "write-wanted", again: true },
  { is: "request-written", outcome: ok(sample.writtenRequest) },
  { is: "request-written", outcome: err({ code: "already-requested", ticket: "3F9A2C7K1M" }) },
  { is: "tickets-chosen", tickets: [] },
  { is: "tickets-chosen", tickets },
  { is: "tickets-chosen", tickets: [sample.ticketId("0000000000")] },
  { is: "ticket-chosen", ticket: sample.ticketId("3F9A2C7K1M"), wanted: true },
  { is: "ticket-chosen", ticket: sample.ticketId("3F9A2C7K1M"), wanted: false },
  { is: "clock-told", now: fetched.NOW },
  { is: "clock-told", now: fetched.NOW + 20 * 60_000 },
  { is: "fetch-wanted" },
  { is: "fetch-confirmed" },
  { is: "fetch-declined", leaveOut: false },
  { is: "fetch-declined", leaveOut: true },
  { is: "by-hand-fetch-wanted", file: "link.txt" },
  { is: "by-hand-fetch-wanted", file: "../elsewhere.txt" },
  { is: "fetch-progressed", progress: { ticketId: sample.ticketId("3F9A2C7K1M"), phase: "asking" } },
  { is: "cancel-wanted" },
  { is: "fetch-ended", outcome: ok([sample.fetchedKey, sample.refusal]) },
  { is: "fetch-ended", outcome: ok([sample.refusal]) },
  { is: "fetch-ended", outcome: ok([fetched.refusedWith("2.1")]) },
  { is: "fetch-ended", outcome: failed },
  { is: "key-chosen", key: { from: "request", ticket: sample.ticketId("3F9A2C7K1M"), assetId: "ze-207" } },
  { is: "key-chosen", key: { from: "request", ticket: sample.ticketId("0000000000"), assetId: null } },
  { is: "key-chosen", key: { from: "hand", file: "old.key" } },
  { is: "copy-wanted" },
  { is: "copy-ended", outcome: ok(sample.delivery) },
  { is: "copy-ended", outcome: failed },
  { is: "console-step-shown", step: 4 },
  { is: "upload-confirmed" },
];

type Seen = (before: Trip, event: TripEvent, after: Trip, effects: readonly Effect[]) => void;

/** These begin afresh, or go on by themselves. */
const aside: readonly TripEvent["is"][] = ["computer-changed", "hop-chosen", "back", "clock-told"];

const computers = [null, "A", "B"] as const;

/** Walks at random, showing each step. Three events of four are such that lead on, else no walk would get far. */
function walk(see: Seen, starts = computers.map((computer) => startTrip(computer)), events = pool): void {
  const choices = fc.array(fc.nat(1_000_000), { minLength: 40, maxLength: 120 });
  fc.assert(
    fc.property(fc.constantFrom(...starts), choices, (start, way) => {
      way.reduce((trip, choice) => {
        const event = choice % 4 === 0 ? events[choice % events.length] : leading(trip, events, choice);
        if (!event) return trip;
        const [next, effects] = transition(trip, event);
        see(trip, event, next, effects);
        return next;
      }, start);
    }),
    { numRuns: 200 },
  );
}

/** One of the events that change something, found by trying some: trying all of them at each step would take minutes. */
function leading(trip: Trip, events: readonly TripEvent[], choice: number): TripEvent | undefined {
  let roll = choice;
  for (let tries = 0; tries < 200; tries += 1) {
    roll = (Math.imul(roll, 1_664_525) + 1_013_904_223) >>> 0;
    const event = events[(roll >>> 8) % events.length];
    if (event && !aside.includes(event.is) && transition(trip, event)[0] !== trip) return event;
  }
  return undefined;
}

const same = (one: Trip, other: Trip): boolean => JSON.stringify(one) === JSON.stringify(other);

test("there is always something to do now, and something that leads on", () => {
  const actions = Object.keys(screensFor("en").actions);
  const ways = new Set<string>();
  const see: Seen = (_before, _event, trip) => {
    expect(actions).toContain(nextAction(trip));
    const leads = (event: TripEvent) => event.is !== "clock-told" && !same(transition(trip, event)[0], trip);
    expect(pool.some(leads)).toBe(true);
    ways.add(trip.step.at);
  };
  // Chance leads some walks nowhere near the end of a hop: then more are taken.
  for (let rounds = 0; rounds < 10 && ways.size < 14; rounds += 1) walk(see);
  expect(ways.size, "the walks have seen every step").toBe(14);
});

/** The vetted link in hand, if any. */
function linkIn({ step }: Trip): string | null {
  if ("confirmed" in step) return step.confirmed.link.text;
  return step.at === "request.link" && step.draft.link?.ok ? step.draft.link.value.text : null;
}

test("a vetted link is lost only by the technician's own doing, or written", () => {
  const own: readonly TripEvent["is"][] = ["link-given", "hop-chosen", "computer-changed"];
  walk((before, event, after) => {
    const written = event.is === "request-written" && event.outcome.ok && before.step.at === "request.writing";
    if (!own.includes(event.is) && !written) expect(linkIn(after) ?? linkIn(before)).toBe(linkIn(after));
  });
});

test("what is asked of the main process names only what is there", () => {
  walk((before, _event, after, effects) => {
    const known = [...after.drives, after.stick?.drive, before.stick?.drive].flatMap((drive) =>
      drive ? [drive.id] : [],
    );
    const on = contentsOf(before);
    for (const effect of effects) {
      if ("stick" in effect) expect(known).toContain(effect.stick);
      if (effect.do === "fetch") {
        const may = on ? askable(on, before.now).map(({ id }) => id) : [];
        expect(effect.tickets.filter((ticket) => !may.includes(ticket))).toEqual([]);
        expect(effect.tickets.length).toBeGreaterThan(0);
      }
      if (effect.do === "copy-key" && effect.key.from === "request") {
        expect(on ? deliverable(on).map(({ id }) => id) : []).toContain(effect.key.ticket);
      }
    }
  });
});

const reviews = ["fetch-asks", "fetch-asks-of-several", "fetch-wait-beside", "fetch-retry", "fetch-many"].flatMap(
  (name) => states[name]?.trip ?? [],
);

/** What belongs to hop 2 with its stick in. */
const atReview = pool.filter(
  (event) => /fetch|ticket|clock/.test(event.is) || (event.is === "stick-read" && event.stick === stick.id),
);

test("ALAS is asked only by the technician's click, and again for what may have counted only after a question", () => {
  let asked = 0;
  walk(
    (before, event, _after, effects) => {
      const effect = effects.find(({ do: what }) => what === "fetch");
      if (effect?.do !== "fetch") return;
      asked += 1;
      expect(["fetch-wanted", "fetch-confirmed"]).toContain(event.is);
      const chosen = chosenIn(before);
      expect(effect.tickets).toEqual(chosen.map(({ id }) => id));
      expect(event.is === "fetch-confirmed").toBe(costly(chosen, before.now).length > 0);
      const standings = chosen.map((request) => standingOf(request, before.now));
      expect(standings.filter((standing) => !["kept", "fresh", "again", "retry"].includes(standing))).toEqual([]);
    },
    reviews,
    atReview,
  );
  expect(asked, "the walks have fetched").toBeGreaterThan(20);
});

test("time alone fetches nothing, and a question is left only by an answer or with its stick", () => {
  walk(
    (before, event, after, effects) => {
      if (event.is === "clock-told") expect(effects).toEqual([]);
      if (before.step.at !== "fetch.review" || before.step.asking === null || after.step.at !== "fetch.review") return;
      const answers: readonly TripEvent["is"][] = ["fetch-declined", "tickets-chosen", "ticket-chosen", "stick-read"];
      if (!answers.includes(event.is)) expect(after.step.asking).toEqual(before.step.asking);
    },
    reviews,
    atReview,
  );
});

test("a hop at work is left only by its own end", () => {
  const ends = {
    "request.writing": "request-written",
    "fetch.running": "fetch-ended",
    "deliver.copying": "copy-ended",
  };
  walk((before, event, after) => {
    const end = Object.entries(ends).find(([at]) => at === before.step.at)?.[1];
    if (end && event.is !== end) expect(after.step.at).toBe(before.step.at);
  });
});

test("an eject is left by its own end alone, disturbed by nothing, and safe only by the system's word", () => {
  walk((before, event, after, effects) => {
    const [was, is] = [asDone(before.step)?.removal.is, asDone(after.step)?.removal.is];
    if (is === "safe" && was !== "safe") {
      expect(was).toBe("ejecting");
      expect(event).toMatchObject({ is: "eject-ended", outcome: { ok: true } });
    }
    if (before.ejected !== null && event.is !== "drives-changed" && event.is !== "mount-ended") {
      expect(after.stick?.drive.id, "not taken again before it was away").not.toBe(before.ejected);
    }
    if (was !== "ejecting") return;
    expect(is === "ejecting" || event.is === "eject-ended").toBe(true);
    expect(effects, "a look at the stick would block it").toEqual([]);
    if (before.stick && after.stick) expect(after.stick.drive.id).toBe(before.stick.drive.id);
  });
});

test("each hop stays at its own computer", () => {
  walk((_before, _event, { computer, step }) => {
    const hop = hopOf(step);
    if (hop) expect(hop === "fetch" ? "A" : "B").toBe(computer);
  });
});

test("the map has five stations, at most one of them now, and never more walks than are left", () => {
  walk((_before, _event, trip) => {
    const { stations, walksLeft } = tripMap(trip);
    expect(stations).toHaveLength(5);
    expect(stations.filter((state) => state === "now").length).toBeLessThanOrEqual(1);
    expect(walksLeft).toBe(stations[2] === "next" ? 2 : stations[4] === "next" ? 1 : 0);
  });
});
