import { expect, test } from "vitest";
import type { Problem } from "../../../../core/problem.ts";
import { offersReach } from "../../../../core/trip/offers-reach.ts";
import type { Trip } from "../../../../core/trip/trip.ts";
import { problems } from "../../../fixtures/problems.ts";

// All that the question looks at.
const trip = (computer: Trip["computer"], step: object): Trip => ({ computer, step }) as unknown as Trip;
const done = (error: Problem): Trip =>
  trip("A", { at: "fetch.done", results: [{ outcome: error.code === "alas-refused" ? "refused" : "failed", error }] });

test.each(["fetch.stick", "fetch.review"])("is offered before a fetch: %s", (at) => {
  expect(offersReach(trip("A", { at }))).toBe(true);
});

test.each(["net-refused", "tls-untrusted", "proxy-sign-in", "redirect-refused", "net-not-http"] as const)(
  "is offered where the network spoilt a fetch: %s",
  (code) => expect(offersReach(done(problems[code]))).toBe(true),
);

test.each(["alas-refused", "answer-html", "stick-full", "fetch-cancelled"] as const)(
  "is not offered where the way was not at fault: %s",
  (code) => expect(offersReach(done(problems[code]))).toBe(false),
);

test("is never offered at Computer B, which sends nothing, nor while a fetch runs", () => {
  expect(offersReach(trip("B", { at: "request.link" }))).toBe(false);
  expect(offersReach(trip("B", { at: "fetch.stick" }))).toBe(false);
  expect(offersReach(trip(null, { at: "computer" }))).toBe(false);
  expect(offersReach(trip("A", { at: "fetch.running" }))).toBe(false);
});
