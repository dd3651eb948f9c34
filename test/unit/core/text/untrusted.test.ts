import { expect, test } from "vitest";
import type { Problem } from "../../../../core/problem.ts";
import { driveName } from "../../../../core/text/drive-name.ts";
import { explainProblem } from "../../../../core/text/explain-problem.ts";
import { escapedJson, shown, untrusted } from "../../../../core/text/untrusted.ts";
import { problems } from "../../../fixtures/problems.ts";

/** Every code point that no reader sees, or that turns text around. */
const ALL = Array.from({ length: 0x110000 }, (_, point) => point)
  .filter((point) => point < 0xd800 || point > 0xdfff)
  .map((point) => String.fromCodePoint(point))
  .filter((character) => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(character));
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

test("the characters that turn text around are among those looked at", () => {
  for (const point of [0x61c, 0x200e, 0x200f, 0x202a, 0x202e, 0x2066, 0x2069, 0x7f, 0x80, 0x9b, 0x9f, 0x200b, 0xfeff])
    expect(ALL).toContain(String.fromCodePoint(point));
});

test("JSON on a terminal has none of them, and the same values", () => {
  const value = { [`a${ALL.join("")}`]: ALL.map((character) => `x${character}y`), plain: "日本語 \u{1f600}" };
  const json = escapedJson(value);
  expect(json).not.toMatch(UNSEEN);
  expect(JSON.parse(json)).toEqual(value);
  expect(json).toContain("日本語");
});

test("a text shows a mark in the place of each of them, but of line breaks and tabs", () => {
  for (const character of ALL) {
    expect(shown(`a${character}b`)).toBe(/[\t\n]/.test(character) ? `a${character}b` : "a\u{fffd}b");
    expect(untrusted(`a${character}b`)).toBe("a\u{fffd}b");
  }
});

test("a drive's label shows none of them", () => {
  const drive = {
    label: `KING${ALL.filter((one) => one !== "\n" && one !== "\t").join("")}STON`,
    path: "E:\\",
    description: "",
    bus: "usb",
  };
  expect(driveName(drive as unknown as Parameters<typeof driveName>[0])).not.toMatch(UNSEEN);
});

/** The same problem, with these characters in each of its texts. A ticket id is checked before it gets there. */
function hostile<T>(value: T, key = ""): T {
  if (typeof value === "string")
    return (/^(code|type|platform|ticket)$/.test(key) ? value : `${value}${ALL.join("")}`) as T;
  if (Array.isArray(value)) return value.map((one) => hostile(one)) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, hostile(one, name)])) as T;
}

test.each(Object.values<Problem>(problems))("$code says none of them", (problem) => {
  for (const language of ["en", "ja"] as const) {
    const { message, remedy } = explainProblem(language, hostile(problem));
    expect(`${message}${remedy}`).not.toMatch(UNSEEN);
  }
});
