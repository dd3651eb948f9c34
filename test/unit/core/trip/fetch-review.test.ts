import { describe, expect, test } from "vitest";
import { ok } from "../../../../core/result.ts";
import type { StickRequest } from "../../../../core/stick/stick-contents.ts";
import { type NextAction, nextAction } from "../../../../core/trip/next-action.ts";
import { retryAfter, waits } from "../../../../core/trip/retries.ts";
import { transition } from "../../../../core/trip/transition.ts";
import type { Trip, TripEvent } from "../../../../core/trip/trip.ts";
import { at, having } from "../../../fixtures/gallery-trip.ts";
import * as fetched from "../../../gallery/fetch-samples.ts";
import * as sample from "../../../gallery/samples.ts";

const MINUTE = 60_000;

const told = (minutes: number): TripEvent => ({ type: "clock-told", now: fetched.NOW + minutes * MINUTE });
const fetch: TripEvent = { type: "fetch-wanted" };
const confirm: TripEvent = { type: "fetch-confirmed" };
const pick = ({ history }: StickRequest) => (history ? { history } : {});
const ticketsIn = ({ stage }: Trip) => (stage.type === "fetch.review" ? stage.tickets : null);

describe("the one question", () => {
  test("is asked once: its yes fetches", () => {
    const [trip, effects] = transition(at("fetch-asks"), confirm);
    expect(trip.stage.type).toBe("fetch.running");
    expect(effects).toMatchObject([
      {
        type: "fetch",
        stick: sample.stick.id,
        requests: [{ ticket: sample.requested.id, confirmed: "fetched-before" }],
      },
    ]);
  });

  test("its no leaves the choice as it was", () => {
    const trip = having(at("fetch-asks"), { type: "fetch-declined", leaveOut: false });
    expect(trip.stage).toEqual({ type: "fetch.review", tickets: [sample.requested.id], question: null });
  });

  test("those that it is about can be left out, and the rest is fetched without another", () => {
    const trip = having(at("fetch-200-asks"), { type: "fetch-declined", leaveOut: true });
    expect(ticketsIn(trip)).toHaveLength(193);
    expect(transition(trip, fetch)[1]).toHaveLength(1);
  });

  test("is not asked for a key that this computer has", () => {
    expect(transition(at("fetch-kept"), fetch)[1]).toMatchObject([
      { type: "fetch", requests: [{ ticket: fetched.kept.id, confirmed: null }] },
    ]);
  });

  test("a second click does not answer it", () => {
    expect(transition(at("fetch-asks"), fetch)).toEqual([at("fetch-asks"), []]);
  });

  test("goes with the stick", () => {
    const trip = having(at("fetch-asks"), { type: "drives-changed", drives: [] });
    expect(transition(trip, confirm)).toEqual([trip, []]);
  });

  test("is asked of a link saved by hand, too, where the stick has its system's key", () => {
    const contents = {
      ...sample.holding(sample.answered),
      byHand: { urls: [{ ...sample.byHandUrl("link.txt", "ZE-207"), ...pick(fetched.fetchedBefore) }], keys: [] },
    };
    const read: TripEvent = { type: "stick-read", stick: sample.stick.id, outcome: ok(contents) };
    const [trip, effects] = transition(having(at("fetch-one"), read), {
      type: "by-hand-fetch-wanted",
      file: "link.txt",
    });
    expect([nextAction(trip), effects]).toEqual(["confirm-fetch", []]);
    expect(transition(trip, confirm)[1]).toMatchObject([
      { type: "fetch-by-hand", stick: sample.stick.id, file: "link.txt", confirmed: "fetched-before" },
    ]);
  });
});

describe("the wait after 2.1", () => {
  test("offers nothing before its end, not even when asked for it", () => {
    const trip = having(at("fetch-wait"), told(11), {
      type: "tickets-chosen",
      tickets: fetched.waiting.id ? [fetched.waiting.id] : [],
    });
    expect(ticketsIn(trip)).toEqual([]);
    expect(transition(trip, fetch)[1]).toEqual([]);
  });

  test("at its end the retry is offered, and made by a click alone", () => {
    const [trip, effects] = transition(at("fetch-wait"), told(12));
    expect(effects).toEqual([]);
    expect([nextAction(trip), ticketsIn(trip)]).toEqual(["retry", [fetched.waiting.id]]);
    expect(transition(trip, fetch)[1]).toMatchObject([
      { type: "fetch", requests: [{ ticket: fetched.waiting.id, confirmed: "retry-due" }] },
    ]);
  });

  test("its end changes no choice that was made", () => {
    const trip = having(at("fetch-wait-beside"), told(12));
    expect(ticketsIn(trip)).toEqual([fetched.fresh.id]);
  });

  test("a clock that is set back takes the offer away", () => {
    const trip = having(at("fetch-wait"), told(12), told(1));
    expect([nextAction(trip), ticketsIn(trip)]).toEqual(["wait-for-retry", []]);
  });

  test("its end is looked for until it is over", () => {
    const end = fetched.NOW + 11 * MINUTE + 37_000;
    expect(waits(at("fetch-wait"))).toEqual([end]);
    expect(waits(having(at("fetch-wait"), told(12)))).toEqual([]);
  });
});

describe("after the results", () => {
  const refusal = fetched.refusedWith("2.1");
  const read = (...requests: readonly StickRequest[]): TripEvent => ({
    type: "stick-read",
    stick: sample.stick.id,
    outcome: ok(sample.holding(...requests)),
  });

  test("a quarter of an hour is waited from the fetch's end", () => {
    const untold = having(at("fetch-refused-21"), read(sample.requested));
    expect(retryAfter(untold, refusal)).toEqual({ type: "after", at: fetched.NOW + 15 * MINUTE });
  });

  test("the record's word counts for more, once the stick was read", () => {
    const retry = { type: "after", at: fetched.NOW + 14 * MINUTE } as const;
    const told = having(at("fetch-refused-21"), read(fetched.withHistory(sample.requested, { retry })));
    expect(retryAfter(told, refusal)).toEqual(retry);
  });

  test("the one retry was refused as well: there is no other, also before the stick is read", () => {
    const running = having(at("fetch-retry"), fetch);
    const again = fetched.refusedWith("2.1", fetched.waiting.id ?? undefined);
    const ended = having(running, { type: "fetch-ended", outcome: ok([again]) });
    expect(retryAfter(ended, again)).toEqual({ type: "spent" });
    expect(nextAction(ended)).toBe("call-support");
  });

  test.each<[string, readonly fetched.Code[], NextAction]>([
    ["the representative, where nothing else helps any of them", ["3.5", "9.0", "3.1"], "call-support"],
    ["a new request, where that helps each", ["3.1", "3.2"], "request-again"],
    ["a wait, where that helps each", ["2.1", "2.1"], "wait-for-retry"],
    ["what stands below, where one may be fetched later", ["3.5", "3.3"], "read-results"],
    ["what stands below, where one has only to wait", ["3.5", "2.1"], "read-results"],
  ])("of several refusals the one thing to do is %s", (_, codes, action) => {
    const { requests } = fetched.plantFresh;
    const results = codes.map((code, index) => fetched.refusedWith(code, requests[index]?.id ?? undefined));
    const trip = having(at("fetch-200-running"), { type: "fetch-ended", outcome: ok(results) });
    expect(nextAction(trip)).toBe(action);
  });

  test.each(["fetch-web-page", "fetch-refused-21", "fetch-refused-31", "fetch-refused-35"])(
    "the stick may leave without a key, too: %s",
    (name) => {
      const [trip, effects] = transition(at(name), { type: "eject-wanted" });
      expect(effects).toEqual([{ type: "eject", stick: sample.stick.id }]);
      expect([trip.stage.type, nextAction(trip)]).toEqual(["fetch.done", "wait-for-eject"]);
    },
  );

  test("results stay in sight when their stick was ejected or pulled", () => {
    const pulled = having(at("fetch-refused-31"), { type: "drives-changed", drives: [] });
    expect([pulled.stage.type, nextAction(pulled)]).toEqual(["fetch.done", "go-to-b"]);
    expect(at("fetch-refused-31-ejected").stage.type).toBe("fetch.done");
  });

  test.each(["3.1", "3.3", "3.5", "9.0"] as const)("no retry is offered after %s", (code) => {
    expect(retryAfter(at(`fetch-refused-${code.replace(".", "")}`), fetched.refusedWith(code))).toBeNull();
  });
});
