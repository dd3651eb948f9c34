import { describe, expect, test } from "vitest";
import type { Problem } from "../../../../core/problem.ts";
import { LanguageSchema } from "../../../../core/settings.ts";
import { alasTextOf } from "../../../../core/text/alas-texts.ts";
import { explainProblem } from "../../../../core/text/explain-problem.ts";
import { textsFor } from "../../../../core/text/texts-for.ts";
import { problems } from "../../../fixtures/problems.ts";

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const LEFT_OVER = /undefined|null|NaN|\[object|\$\{|TODO|\bxxx\b/i;
const languages = LanguageSchema.options;

/** Every text of a tree; the functions in it called with something plausible. */
function allTexts(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function") return [String(value("ze-207", 3))];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(allTexts) : [];
}

describe.each(languages)("in %s", (language) => {
  const isOwn = (text: string): boolean => (language === "ja") === JAPANESE.test(text);

  test.each(Object.values(problems) as readonly Problem[])("$code has a sentence and a remedy", (problem) => {
    const { message, remedy } = explainProblem(language, problem);
    for (const text of [message, remedy]) {
      expect(text).toMatch(language === "ja" ? /^\S.{9}/u : /^[A-Z“]\S* \S+ \S+/u);
      expect(text).not.toMatch(LEFT_OVER);
      expect(isOwn(text)).toBe(true);
    }
    expect(message).not.toBe(remedy);
  });

  test.each(["2.1", "3.1", "3.2", "3.3", "3.4", "3.5", "9.0", "7.7"])("ALAS code %s is explained", (code) => {
    const { meaning, remedy, call } = alasTextOf(textsFor(language).alas, code);
    for (const text of [meaning, remedy, call]) expect(text.length).toBeGreaterThan(10);
    expect(isOwn(meaning)).toBe(true);
  });

  test("nothing is empty or unfinished", () => {
    const { notices, cli, alas } = textsFor(language);
    for (const text of allTexts([notices, cli, alas])) {
      expect(text.trim()).not.toBe("");
      expect(text).not.toMatch(LEFT_OVER);
    }
    for (const text of allTexts([notices, alas])) expect(isOwn(text)).toBe(true);
  });
});

test("a refusal says what the code means, what to do, and whom to call", () => {
  const { message, remedy } = explainProblem("en", problems["alas-refused"]);
  expect(message).toContain("3.5 ALAS_NO_MORE_ACTIVATION");
  expect(remedy).toMatch(/do not fetch again/i);
  expect(remedy).toMatch(/representative/);
});

test("what a server or a stick says cannot forge lines or turn text around", () => {
  const host = "evil\u001b[31m\n\u202eexample\u0000";
  const { message } = explainProblem("en", { code: "url-wrong-host", host });
  expect(message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(explainProblem("en", { code: "url-wrong-host", host: "x".repeat(5000) }).message.length).toBeLessThan(250);
});
