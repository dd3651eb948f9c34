import { expect, test } from "vitest";
import { needsQuestion, openRequests } from "../../../../core/fetch/open-requests.ts";
import { screensFor } from "../../../../core/text/screens-for.ts";
import { chosenIn } from "../../../../core/trip/chosen-requests.ts";
import { contentsOf, deliverable } from "../../../../core/trip/chosen-stick.ts";
import { nextAction } from "../../../../core/trip/next-action.ts";
import { asDone } from "../../../../core/trip/removal.ts";
import { transition } from "../../../../core/trip/transition.ts";
import { stepOf, type Trip, type TripEvent } from "../../../../core/trip/trip.ts";
import { tripMap } from "../../../../core/trip/trip-map.ts";
import { pool, type Seen, walk } from "../../../fixtures/random-walk.ts";
import { stick } from "../../../gallery/samples.ts";
import { states } from "../../../gallery/states.ts";

const same = (one: Trip, other: Trip): boolean => JSON.stringify(one) === JSON.stringify(other);

test("there is always something to do now, and something that leads on", () => {
  const actions = Object.keys(screensFor("en").actions);
  const ways = new Set<string>();
  const see: Seen = (_before, _event, trip) => {
    expect(actions).toContain(nextAction(trip));
    const leads = (event: TripEvent) => event.type !== "clock-told" && !same(transition(trip, event)[0], trip);
    expect(pool.some(leads)).toBe(true);
    ways.add(trip.stage.type);
  };
  // Chance leads some walks nowhere near the end of a step: then more are taken.
  for (let rounds = 0; rounds < 10 && ways.size < 15; rounds += 1) walk(see);
  expect(ways.size, "the walks have seen every step").toBe(15);
});

/** The vetted link in hand, if any. */
function linkIn({ stage }: Trip): string | null {
  if ("confirmed" in stage) return stage.confirmed.link.text;
  return stage.type === "request.link" && stage.draft.link?.ok ? stage.draft.link.value.text : null;
}

test("a vetted link is lost only by the technician's own doing, or because it is on the stick", () => {
  const own: readonly TripEvent["type"][] = ["link-given", "step-chosen", "computer-changed"];
  walk((before, event, after) => {
    const written = event.type === "request-written" && event.outcome.ok && before.stage.type === "request.writing";
    const carried = after.stage.type === "carry" && after.stage.why === "already-there";
    if (!own.includes(event.type) && !written && !carried) expect(linkIn(after) ?? linkIn(before)).toBe(linkIn(after));
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
      if (effect.type === "fetch") {
        const may = on ? openRequests(on, before.now).map(({ request }) => request.id) : [];
        expect(effect.requests.filter(({ ticket }) => !may.includes(ticket))).toEqual([]);
        expect(effect.requests.length).toBeGreaterThan(0);
      }
      if (effect.type === "copy-key" && effect.key.type === "request") {
        expect(on ? deliverable(on).map(({ id }) => id) : []).toContain(effect.key.ticket);
      }
    }
  });
});

const reviews = ["fetch-asks", "fetch-asks-of-several", "fetch-wait-beside", "fetch-retry", "fetch-many"].flatMap(
  (name) => states[name]?.trip ?? [],
);

/** What belongs to step 2 with its stick in. */
const atReview = pool.filter(
  (event) => /fetch|ticket|clock/.test(event.type) || (event.type === "stick-read" && event.stick === stick.id),
);

test("ALAS is asked only by the technician's click, and again for what may have counted only after a question", () => {
  let asked = 0;
  walk(
    (before, event, _after, effects) => {
      const effect = effects.find(({ type: what }) => what === "fetch");
      if (effect?.type !== "fetch") return;
      asked += 1;
      expect(["fetch-wanted", "fetch-confirmed"]).toContain(event.type);
      const chosen = chosenIn(before);
      expect(effect.requests).toEqual(
        chosen.map(({ request, verdict }) => ({
          ticket: request.id,
          ticketSha256: request.ticketSha256,
          confirmed: verdict.type === "confirm" ? verdict.reason : null,
        })),
      );
      expect(event.type === "fetch-confirmed").toBe(chosen.some(needsQuestion));
    },
    reviews,
    atReview,
  );
  expect(asked, "the walks have fetched").toBeGreaterThan(20);
});

test("time alone fetches nothing, and a question is left only by an answer or with its stick", () => {
  walk(
    (before, event, after, effects) => {
      if (event.type === "clock-told") expect(effects).toEqual([]);
      if (before.stage.type !== "fetch.review" || before.stage.question === null || after.stage.type !== "fetch.review")
        return;
      const answers: readonly TripEvent["type"][] = ["fetch-declined", "tickets-chosen", "ticket-chosen", "stick-read"];
      if (!answers.includes(event.type)) expect(after.stage.question).toEqual(before.stage.question);
    },
    reviews,
    atReview,
  );
});

test("a step at work is left only by its own end", () => {
  const ends = {
    "request.writing": "request-written",
    "fetch.running": "fetch-ended",
    "deliver.copying": "copy-ended",
  };
  walk((before, event, after) => {
    const end = Object.entries(ends).find(([at]) => at === before.stage.type)?.[1];
    if (end && event.type !== end) expect(after.stage.type).toBe(before.stage.type);
  });
});

test("an eject is left by its own end alone, disturbed by nothing, and safe only by the system's word", () => {
  walk((before, event, after, effects) => {
    const [was, is] = [asDone(before.stage)?.removal.type, asDone(after.stage)?.removal.type];
    if (is === "safe" && was !== "safe") {
      expect(was).toBe("ejecting");
      expect(event).toMatchObject({ type: "eject-ended", outcome: { ok: true } });
    }
    if (before.ejected !== null && event.type !== "drives-changed" && event.type !== "mount-ended") {
      expect(after.stick?.drive.id, "not taken again before it was away").not.toBe(before.ejected);
    }
    if (was !== "ejecting") return;
    expect(is === "ejecting" || event.type === "eject-ended").toBe(true);
    expect(effects, "a look at the stick would block it").toEqual([]);
    if (before.stick && after.stick) expect(after.stick.drive.id).toBe(before.stick.drive.id);
  });
});

test("each step stays at its own computer", () => {
  walk((_before, _event, { computer, stage }) => {
    const step = stepOf(stage);
    if (step) expect(step === "fetch" ? "A" : "B").toBe(computer);
  });
});

test("the map has five stations, at most one of them now, and never more walks than are left", () => {
  walk((_before, _event, trip) => {
    const { stations, tripsLeft } = tripMap(trip);
    expect(stations).toHaveLength(5);
    expect(stations.filter((state) => state === "now").length).toBeLessThanOrEqual(1);
    expect(tripsLeft).toBe(stations[2] === "next" ? 2 : stations[4] === "next" ? 1 : 0);
  });
});
