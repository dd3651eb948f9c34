import { describe, expect, test } from "vitest";
import { numberedName, withoutNumber } from "../../../../core/stick/numbered-name.ts";

describe("a numbered key", () => {
  test.each([
    ["keeps its own number, and its ending", "av_12345_A.key", "av_12345_copy2_A.key"],
    ["keeps its letters", "AV_12345_a.KEY", "AV_12345_copy2_a.KEY"],
    ["is numbered once", "av_12345_copy7_A.key", "av_12345_copy2_A.key"],
    ["without A is still without it", "av_12345.key", "av_12345_copy2.key"],
    ["keeps a number that is the server's", "license-2.key", "license-2_copy2.key"],
    ["is no longer than a record takes", `${"x".repeat(58)}_A.key`, `${"x".repeat(52)}_copy2_A.key`],
  ])("%s", (_, name, numbered) => expect(numberedName(name, 2)).toBe(numbered));

  test.each([
    ["av_12345_copy2_A.key", "av_12345_A.key"],
    ["av_12345_copy12.key", "av_12345.key"],
    ["av_12345_A.key", "av_12345_A.key"],
    ["_copy2_A.key", "_copy2_A.key"],
    ["copy2.txt", "copy2.txt"],
  ])("%s without its number is %s", (name, bare) => expect(withoutNumber(name)).toBe(bare));
});

test.each([
  ["answer.json", "answer-2.json"],
  ["av_1_A.key.part", "av_1_A.key-2.part"],
  ["noextension", "noextension-2"],
  [".hidden", ".hidden-2"],
])("another file, %s, is numbered before its ending: %s", (name, numbered) =>
  expect(numberedName(name, 2)).toBe(numbered),
);
