import { describe, expect, test } from "vitest";
import type { Problem } from "../../../../core/problem.ts";
import { offersReach } from "../../../../core/trip/offers-reach.ts";
import { startTrip } from "../../../../core/trip/transition.ts";
import type { Trip, TripEvent } from "../../../../core/trip/trip.ts";
import { problems } from "../../../fixtures/problems.ts";
import { keyFetched, linkConfirmed, stickWith, tripAtA, tripAtAFrom, tripAtB } from "../../../fixtures/trip-of.ts";
import { fetchedBefore, fresh, kept, NOW, spent, waiting, withoutAssetId } from "../../../gallery/fetch-samples.ts";
import * as sample from "../../../gallery/samples.ts";
import { eject, ejected, plug, read } from "../../../gallery/trip-events.ts";

const { stick, holding, requested, answered, cutOff } = sample;
const fetchWanted: TripEvent = { type: "fetch-wanted" };
const inMinutes = (minutes: number): TripEvent => ({ type: "clock-told", now: NOW + minutes * 60_000 });

// All that the question looks at once a fetch has ended.
const done = (error: Problem): Trip => {
  const results = [{ outcome: error.code === "alas-refused" ? "refused" : "failed", error }];
  return { computer: "A", stage: { type: "fetch.done", results } } as unknown as Trip;
};

describe("the check of the way to ALAS", () => {
  test.each([
    ["no stick yet", tripAtA()],
    ["an empty stick", tripAtA(stickWith())],
    ["a request", tripAtA(stickWith(requested))],
    ["a request of which there is a question", tripAtA(stickWith(fetchedBefore), fetchWanted)],
    [
      "a URL saved by hand",
      tripAtA(
        plug(stick),
        read({ ...holding(), byHand: { urls: [sample.byHandUrl("link.txt", "ze-207")], keys: [] } }),
      ),
    ],
    ["a request that was cut off", tripAtA(stickWith(cutOff))],
    ["a key that this computer keeps, and a request", tripAtA(stickWith(kept, fresh))],
    ["a request that has to wait", tripAtAFrom(NOW, stickWith(waiting))],
    ["a request that has waited", tripAtAFrom(NOW, stickWith(waiting), inMinutes(12))],
  ])("is offered while ALAS may be asked: %s", (_, trip) => {
    expect(offersReach(trip)).toBe(true);
  });

  test.each([
    ["a stick that is not read yet", tripAtA(plug(stick))],
    ["a key", tripAtA(stickWith(answered))],
    ["a key, and the stick is ejected", tripAtA(stickWith(answered), eject, ejected)],
    ["a request on a stick that cannot be written", tripAtA(plug(sample.lockedStick), read(holding(requested)))],
    ["a request that names no system", tripAtA(stickWith(withoutAssetId))],
    ["a request that is used up", tripAtA(stickWith(sample.usedUp))],
    ["a request whose retry is spent", tripAtAFrom(NOW, stickWith(spent))],
    ["a key that this computer keeps", tripAtA(stickWith(kept))],
    ["a fetch under way", tripAtA(stickWith(requested), fetchWanted)],
    ["a fetch that brought its key", tripAtA(stickWith(requested), keyFetched)],
  ])("is not offered where there is nothing to ask ALAS for: %s", (_, trip) => {
    expect(offersReach(trip)).toBe(false);
  });

  test.each([
    ["an empty port", tripAtB()],
    ["a request to be written", tripAtB(linkConfirmed)],
    ["a key to be delivered", tripAtB({ type: "step-chosen", step: "deliver" })],
  ])("is never offered at Computer B, which sends nothing: %s", (_, trip) => {
    expect(offersReach(trip)).toBe(false);
  });

  test("is not offered before it is known which computer this is", () => {
    expect(offersReach(startTrip(null))).toBe(false);
  });

  test.each(["net-refused", "tls-untrusted", "proxy-sign-in", "redirect-refused", "net-not-http"] as const)(
    "is offered where the network spoilt a fetch: %s",
    (code) => expect(offersReach(done(problems[code]))).toBe(true),
  );

  test.each(["alas-refused", "answer-html", "stick-full", "fetch-cancelled"] as const)(
    "is not offered where the way was not at fault: %s",
    (code) => expect(offersReach(done(problems[code]))).toBe(false),
  );
});
