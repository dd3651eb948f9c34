import { describe, expect, test } from "vitest";
import type { Problem } from "../../../../core/problem.ts";
import { offersReach } from "../../../../core/trip/offers-reach.ts";
import type { Trip } from "../../../../core/trip/trip.ts";
import { at } from "../../../fixtures/gallery-trip.ts";
import { problems } from "../../../fixtures/problems.ts";

// All that the question looks at once a fetch has ended.
const done = (error: Problem): Trip => {
  const results = [{ outcome: error.code === "alas-refused" ? "refused" : "failed", error }];
  return { computer: "A", step: { at: "fetch.done", results } } as unknown as Trip;
};

describe("the check of the way to ALAS", () => {
  test.each([
    "fetch-no-stick",
    "fetch-nothing",
    "fetch-one",
    "fetch-asks",
    "fetch-by-hand",
    "fetch-cut-off-only",
    "fetch-kept-and-fresh",
    "fetch-wait",
    "fetch-retry",
  ])("is offered while ALAS may be asked: %s", (name) => {
    expect(offersReach(at(name))).toBe(true);
  });

  test.each([
    "fetch-reading",
    "fetch-has-key",
    "fetch-carried",
    "fetch-sealed",
    "fetch-request-again",
    "fetch-used-up",
    "fetch-spent",
    "fetch-kept",
    "fetch-running",
    "fetch-done",
  ])("is not offered where there is nothing to ask ALAS for: %s", (name) => {
    expect(offersReach(at(name))).toBe(false);
  });

  test.each(["computer", "link-empty", "request-no-stick", "deliver-no-stick"])(
    "is never offered at Computer B, which sends nothing: %s",
    (name) => {
      expect(offersReach(at(name))).toBe(false);
    },
  );

  test.each(["net-refused", "tls-untrusted", "proxy-sign-in", "redirect-refused", "net-not-http"] as const)(
    "is offered where the network spoilt a fetch: %s",
    (code) => expect(offersReach(done(problems[code]))).toBe(true),
  );

  test.each(["alas-refused", "answer-html", "stick-full", "fetch-cancelled"] as const)(
    "is not offered where the way was not at fault: %s",
    (code) => expect(offersReach(done(problems[code]))).toBe(false),
  );
});
