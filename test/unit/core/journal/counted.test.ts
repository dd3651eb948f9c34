import { expect, test } from "vitest";
import { countedOf } from "../../../../core/journal/counted.ts";
import type { ProblemCode } from "../../../../core/problem.ts";
import { problems } from "../../../fixtures/problems.ts";

const PERHAPS: readonly ProblemCode[] = [
  "net-reset",
  "net-time-out",
  "net-failed",
  "redirect-refused",
  "redirect-loop",
  "answer-cut-off",
  "answer-compressed",
  "net-not-http",
  "answer-empty",
  "answer-html",
  "answer-json",
  "answer-not-a-key",
  "answer-too-large",
  "fetch-cancelled",
  "unexpected",
];

test.each(PERHAPS)("%s: the request was on its way, so it may have counted", (code) => {
  expect(countedOf(problems[code])).toBe("perhaps");
});

test("everything else was not sent, or was refused", () => {
  const others = Object.values(problems).filter(({ code }) => code !== "http-status" && !PERHAPS.includes(code));
  expect(others.filter((problem) => countedOf(problem) !== "no")).toEqual([]);
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
