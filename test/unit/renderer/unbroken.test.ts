import { expect, test } from "vitest";
import { splitUnbreakable } from "../../../renderer/parts/unbroken.tsx";

test.each([
  ["an asset ID", "the request for ze-207: take it", ["ze-207"]],
  ["several, one without a hyphen", "ze-207, zetest_4700 and ze-1001", ["ze-207", "ze-1001"]],
  ["a date", "fetched 2026-11-24 09:30", ["2026-11-24"]],
  ["a number and what it counts", "(通常 3 回)の 1 回", ["3 回", "1 回"]],
  ["words that belong together", "別の USB メモリをコンピュータ A で", ["USB メモリ", "コンピュータ A"]],
  ["no hyphenated word", "a read-only, write-protected stick", []],
  ["no name that would not fit into a line", `z-${"7".repeat(40)}`, []],
])("a line does not break within %s, and no character is lost", (_, text, whole) => {
  const parts = splitUnbreakable(text);
  expect(parts.filter((__, index) => index % 2 === 1)).toEqual(whole);
  expect(parts.join("")).toBe(text);
});
