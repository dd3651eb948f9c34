import { expect, test } from "vitest";
import { countedOf } from "../../../../core/journal/counted.ts";
import type { ProblemCode } from "../../../../core/problem.ts";
import { problems } from "../../../fixtures/problems.ts";

const countedByCode = (wanted: (code: ProblemCode) => boolean) =>
  new Set(
    Object.values(problems)
      .filter(({ code }) => wanted(code))
      .map(countedOf),
  );

test.each(["answer-", "redirect-"])("%s…: the server had the request, so it may have counted", (family) => {
  expect(countedByCode((code) => code.startsWith(family))).toEqual(new Set(["perhaps"]));
});

test.each(["tls-", "proxy-", "stick-", "url-", "asset-id-", "policy-", "file-", "target-"])(
  "%s…: nothing was sent to ALAS",
  (family) => {
    expect(countedByCode((code) => code.startsWith(family))).toEqual(new Set(["no"]));
  },
);

test.each([
  ["the name was not found", "net-name-not-found", "no"],
  ["nothing listens there", "net-refused", "no"],
  ["the connection was reset while the answer was awaited", "net-reset", "perhaps"],
  ["no answer came in time", "net-time-out", "perhaps"],
  ["what came is no HTTP", "net-not-http", "perhaps"],
  ["the network stack names no cause", "net-failed", "perhaps"],
  ["the fetch was cancelled", "fetch-cancelled", "perhaps"],
  ["Keyferry itself failed", "unexpected", "perhaps"],
] as const)("%s: %s counts as %s", (_, code, counted) => {
  expect(countedOf(problems[code])).toBe(counted);
});

test.each([
  ["2.1", "no"],
  ["3.5", "no"],
  ["9.0", "perhaps"],
  ["7.4", "perhaps"],
  ["", "perhaps"],
] as const)("refused with %j: whether it was counted: %s", (alas, counted) => {
  expect(countedOf({ code: "alas-refused", alas, name: "" })).toBe(counted);
});

test.each([
  [204, "perhaps"],
  [304, "no"],
  [401, "no"],
  [404, "no"],
  [500, "perhaps"],
  [504, "perhaps"],
] as const)("status %i without a code of ALAS's: %s", (status, counted) => {
  expect(countedOf({ code: "http-status", status })).toBe(counted);
});
