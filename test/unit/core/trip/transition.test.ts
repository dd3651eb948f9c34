import { describe, expect, test } from "vitest";
import { err, ok } from "../../../../core/result.ts";
import { questionedRequests } from "../../../../core/trip/fetch-review.ts";
import { startTrip, transition } from "../../../../core/trip/transition.ts";
import type { Effect, Trip, TripEvent } from "../../../../core/trip/trip.ts";
import { having } from "../../../fixtures/gallery-trip.ts";
import {
  keyCopied,
  keyDelivered,
  keyFetched,
  linkConfirmed,
  requestWritten,
  stickWith,
  tripAtA,
  tripAtB,
} from "../../../fixtures/trip-of.ts";
import * as fetched from "../../../gallery/fetch-samples.ts";
import * as sample from "../../../gallery/samples.ts";

const { stick, secondStick, lockedStick, holding, LINK_WITHOUT_ASSET_ID } = sample;
const { requested, otherRequested, cutOff, usedUp, answered, otherAnswered } = sample;
const fetch: TripEvent = { type: "fetch-wanted" };
const write: TripEvent = { type: "write-wanted", again: false };
const link = (text: string): TripEvent => ({ type: "link-given", text });
const typed = (text: string): TripEvent => ({ type: "asset-id-typed", text });
/** Of those that the console goes through. */
const lastStep: TripEvent = { type: "console-step-shown", step: 4 };
const plug = (...drives: Trip["drives"]): TripEvent => ({ type: "drives-changed", drives });
const read = (contents: ReturnType<typeof sample.holding>): TripEvent => ({
  type: "stick-read",
  stick: stick.id,
  outcome: ok(contents),
});

const effectsOf = (trip: Trip, event: TripEvent): readonly Effect[] => transition(trip, event)[1];
const stepAfter = (trip: Trip, ...events: readonly TripEvent[]): string => having(trip, ...events).stage.type;

describe("sticks", () => {
  test("the only stick is taken and read", () => {
    const [trip, effects] = transition(startTrip("A"), plug(stick));
    expect(trip.stick?.drive.id).toBe(stick.id);
    expect(effects).toEqual([{ type: "scan", stick: stick.id }]);
  });

  test("of two sticks none is taken", () => {
    const [trip, effects] = transition(startTrip("A"), plug(stick, secondStick));
    expect(trip.stick).toBeNull();
    expect(effects).toEqual([]);
  });

  test("before the computer is known no stick is touched", () => {
    expect(effectsOf(startTrip(null), plug(stick))).toEqual([]);
  });

  test("a drive that cannot be used cannot be chosen", () => {
    const trip = transition(startTrip("A"), plug(sample.cardReader))[0];
    expect(effectsOf(trip, { type: "stick-chosen", stick: sample.cardReader.id })).toEqual([]);
  });

  test("what was read of a stick that is no longer the chosen one is dropped", () => {
    const trip = transition(tripAtA(plug(stick)), plug())[0];
    expect(stepAfter(trip, read(sample.holding(sample.requested)))).toBe("fetch.stick");
  });

  test("how far a scan is, is kept while it runs and dropped when it has ended", () => {
    const progress = { done: 1, total: 2 };
    const told: TripEvent = { type: "scan-progressed", stick: stick.id, progress };
    const reading = transition(tripAtA(plug(stick)), told)[0];
    expect(reading.stick?.reading).toEqual({ type: "reading", progress });
    const known = transition(reading, read(sample.holding(sample.requested)))[0];
    expect(transition(known, told)[0]).toBe(known);
    const again = transition(known, { type: "stick-chosen", stick: stick.id })[0];
    expect(again.stick?.reading).toEqual({ type: "reading" });
  });

  test("a folder stays chosen whatever is plugged in", () => {
    const trip = transition(startTrip("A"), { type: "folder-chosen", outcome: ok(sample.folder) })[0];
    expect(transition(trip, plug(stick))[0].stick?.drive.id).toBe(sample.folder.id);
  });

  test("a folder can be read again", () => {
    const trip = transition(startTrip("A"), { type: "folder-chosen", outcome: ok(sample.folder) })[0];
    expect(effectsOf(trip, { type: "stick-chosen", stick: sample.folder.id })).toEqual([
      { type: "scan", stick: sample.folder.id },
    ]);
  });

  test.each([
    ["while a request is written", tripAtB(stickWith(), linkConfirmed, write)],
    ["while a key is fetched", tripAtA(stickWith(requested), fetch)],
    ["while a key is copied", tripAtB(stickWith(answered), { type: "copy-wanted" })],
    ["after a request was written", tripAtB(stickWith(), linkConfirmed, requestWritten)],
    ["after a key was fetched", tripAtA(stickWith(requested), keyFetched)],
    ["after a key was delivered", tripAtB(stickWith(answered), keyDelivered)],
  ])("no other stick is taken %s", (_, at) => {
    const trip = transition(at, plug(stick, secondStick))[0];
    expect(transition(trip, { type: "stick-chosen", stick: secondStick.id })).toEqual([trip, []]);
  });
});

const keyBesideDamage = { ...sample.answered, state: "damaged" } as const;

describe("the stick decides the step", () => {
  test.each([
    ["a request at A", "A", sample.holding(sample.requested), "fetch.review"],
    ["a request that was cut off at A", "A", sample.holding(sample.cutOff), "fetch.review"],
    ["one that ALAS refused for now at A", "A", sample.holding(sample.refused), "fetch.review"],
    ["one whose activations are used up at A, to be explained", "A", sample.holding(sample.usedUp), "fetch.review"],
    ["the same beside a key", "A", sample.holding(sample.usedUp, sample.answered), "fetch.review"],
    ["one that has to wait after 2.1 at A", "A", sample.holding(fetched.waiting, sample.answered), "fetch.review"],
    ["a key at A", "A", sample.holding(sample.answered), "fetch.stick"],
    ["a key at B", "B", sample.holding(sample.answered), "deliver.review"],
    ["a key whose delivery's record is torn at B", "B", sample.holding(keyBesideDamage), "deliver.review"],
    ["a delivered key at B", "B", sample.holding(sample.delivered), "request.link"],
    ["an open request at B", "B", sample.holding(sample.requested), "request.link"],
  ] as const)("%s", (_, computer, contents, stage) => {
    expect(stepAfter(startTrip(computer), plug(stick), read(contents))).toBe(stage);
  });

  test("but nothing begun is left for it", () => {
    const begun: TripEvent = { type: "link-given", text: "https://alas" };
    expect(stepAfter(startTrip("B"), begun, plug(stick), read(sample.holding(sample.answered)))).toBe("request.link");
  });
});

describe("step 1", () => {
  test("a failed write leads back to the stick with the link kept", () => {
    const full = err({ code: "stick-full", neededBytes: 66_000, freeBytes: 4096 } as const);
    const { stage, problem } = tripAtB(stickWith(), linkConfirmed, write, { type: "request-written", outcome: full });
    expect(stage).toMatchObject({ type: "request.stick", confirmed: { link: { text: sample.LINK } } });
    expect(problem).toMatchObject({ code: "stick-full" });
  });

  test("the same link is written twice only when that is wanted", () => {
    const already = err({ code: "already-requested", ticket: "3F9A2C7K1M" } as const);
    const trip = tripAtB(stickWith(requested), linkConfirmed, write, { type: "request-written", outcome: already });
    expect(effectsOf(trip, { type: "write-wanted", again: true })).toMatchObject([
      { type: "write-request", stick: stick.id, again: true },
    ]);
  });

  test("nothing is written to a read-only stick", () => {
    expect(effectsOf(tripAtB(plug(lockedStick), read(holding()), linkConfirmed), write)).toEqual([]);
  });

  test("full-width typing becomes the asset ID", () => {
    const [{ stage }] = transition(tripAtB(link(LINK_WITHOUT_ASSET_ID), typed("ｚｅ－２０７")), {
      type: "link-confirmed",
    });
    expect(stage).toMatchObject({ type: "request.stick", confirmed: { assetId: "ze-207" } });
  });

  test("an asset ID that cannot be one is not confirmed", () => {
    const trip = tripAtB(link(LINK_WITHOUT_ASSET_ID), typed("---"));
    expect(transition(trip, { type: "link-confirmed" })[0].problem).toMatchObject({ code: "asset-id-invalid" });
  });

  test("a link that is not fine cannot be confirmed", () => {
    expect(stepAfter(tripAtB(link("https://www.stratus.com/licence?siteid=ze-207")), { type: "link-confirmed" })).toBe(
      "request.link",
    );
  });
});

describe("step 2", () => {
  test("one click asks for exactly what was chosen", () => {
    const tickets = [requested.id, cutOff.id].flatMap((id) => (id ? [id] : []));
    const chosen = transition(tripAtA(stickWith(requested, otherRequested, cutOff)), {
      type: "tickets-chosen",
      tickets,
    })[0];
    const [asking, effects] = transition(chosen, { type: "fetch-wanted" });
    expect(effects, "the one that was cut off may have counted").toEqual([]);
    expect(effectsOf(asking, { type: "fetch-confirmed" })).toEqual([
      {
        type: "fetch",
        stick: stick.id,
        requests: [
          { ticket: requested.id, ticketSha256: requested.ticketSha256, confirmed: null },
          { ticket: cutOff.id, ticketSha256: cutOff.ticketSha256, confirmed: "cut-off" },
        ],
      },
    ]);
  });

  test("what needs a decision is not chosen by itself", () => {
    const { stage } = tripAtA(stickWith(requested, otherRequested, cutOff, sample.refused, usedUp, sample.damaged));
    expect(stage).toMatchObject({ type: "fetch.review", tickets: [requested.id, otherRequested.id] });
  });

  test("a second click starts no second fetch", () => {
    expect(effectsOf(tripAtA(stickWith(requested), fetch), fetch)).toEqual([]);
  });

  test("after 3.5 a request is fetched only when the technician chooses it and confirms that the limit was raised", () => {
    const tickets = usedUp.id ? [usedUp.id] : [];
    const trip = tripAtA(stickWith(usedUp));
    expect(trip.stage).toMatchObject({ tickets: [] });
    const chosen = transition(trip, { type: "tickets-chosen", tickets })[0];
    const [asking, effects] = transition(chosen, { type: "fetch-wanted" });
    expect(effects).toEqual([]);
    expect(questionedRequests(asking)).toMatchObject([{ ticket: usedUp.id, reason: "limit-reached" }]);
    expect(effectsOf(asking, { type: "fetch-confirmed" })).toMatchObject([
      { type: "fetch", requests: [{ ticket: usedUp.id, confirmed: "limit-reached" }] },
    ]);
  });

  test("the stick pulled during the fetch does not lose the result", () => {
    const pulled = transition(tripAtA(stickWith(requested), fetch), plug())[0];
    const [{ stage }] = transition(pulled, { type: "fetch-ended", outcome: ok([sample.fetchedKey]) });
    expect(stage).toMatchObject({ type: "fetch.done", removal: { type: "away" }, results: [sample.fetchedKey] });
  });

  test("a link saved by hand is named by its file, and only if it was found on the stick", () => {
    const byHand = { urls: [sample.byHandUrl("link.txt", "ze-207")], keys: [] };
    const trip = tripAtA(plug(stick), read({ ...holding(), byHand }));
    expect(effectsOf(trip, { type: "by-hand-fetch-wanted", file: "link.txt" })).toEqual([
      {
        type: "fetch-by-hand",
        stick: stick.id,
        file: "link.txt",
        urlSha256: sample.byHandUrl("link.txt", "ze-207").urlSha256,
        confirmed: null,
      },
    ]);
    expect(effectsOf(trip, { type: "by-hand-fetch-wanted", file: "../other.txt" })).toEqual([]);
  });
});

describe("step 3", () => {
  test("a whole key can be chosen whatever else of its request is damaged", () => {
    const contents = sample.holding(keyBesideDamage);
    const chosen = { type: "request", ticket: keyBesideDamage.id, assetId: keyBesideDamage.assetId };
    const trip = transition(startTrip("B"), { type: "step-chosen", step: "deliver" })[0];
    const [{ stage }] = transition(transition(trip, plug(stick))[0], read(contents));
    expect(stage).toEqual({ type: "deliver.review", key: chosen });
  });

  test("a key that is not on the stick cannot be chosen", () => {
    const key = { type: "request", ticket: sample.ticketId("0000000000"), assetId: null } as const;
    expect(transition(tripAtB(stickWith(answered, otherAnswered)), { type: "key-chosen", key })[0].stage).toMatchObject(
      {
        key: null,
      },
    );
  });

  test("a failed copy leads back to the stick and says why", () => {
    const outcome = err({ code: "file-differs", file: "av_12345_A.key" } as const);
    const [trip, effects] = transition(tripAtB(stickWith(answered), { type: "copy-wanted" }), {
      type: "copy-ended",
      outcome,
    });
    expect(trip).toMatchObject({ stage: { type: "deliver.stick" }, problem: { code: "file-differs" } });
    expect(effects).toEqual([{ type: "scan", stick: stick.id }]);
  });

  test("the stick may be out long before the console has finished", () => {
    const pulled = transition(tripAtB(stickWith(answered), keyCopied, lastStep), plug())[0];
    expect(transition(pulled, { type: "upload-confirmed" })[0].stage).toMatchObject({
      type: "deliver.done",
      removal: { type: "away" },
    });
  });

  test("the console's steps end where they end", () => {
    const trip = tripAtB(stickWith(answered), keyCopied, lastStep);
    expect(transition(trip, { type: "console-step-shown", step: 5 })).toEqual([trip, []]);
    expect(transition(trip, { type: "console-step-shown", step: -1 })).toEqual([trip, []]);
  });
});

describe("what comes too late changes nothing", () => {
  test.each<[string, TripEvent]>([
    ["the answer to a write that was not asked for", { type: "request-written", outcome: ok(sample.writtenRequest) }],
    ["the results of a fetch that is over", { type: "fetch-ended", outcome: ok([sample.fetchedKey]) }],
    ["the end of a copy that is over", { type: "copy-ended", outcome: ok(sample.delivery) }],
    ["a computer chosen twice", { type: "computer-chosen", computer: "A" }],
    ["a step that has its place at the other computer", { type: "step-chosen", step: "fetch" }],
  ])("%s", (_, event) => {
    const trip = tripAtB(stickWith(), link(sample.LINK));
    expect(transition(trip, event)).toEqual([trip, []]);
  });
});
