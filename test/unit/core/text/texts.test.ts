import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Problem } from "../../../../core/problem.ts";
import { LanguageSchema } from "../../../../core/settings.ts";
import { alasTextOf } from "../../../../core/text/alas-texts.ts";
import { explainForCli } from "../../../../core/text/explain-for-cli.ts";
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

  test("a remedy names options and commands where the command line tells it, and nowhere else", () => {
    const { "tls-switched-off": _, usage: __, ...shown } = problems; // what was typed itself, and never in the window
    for (const problem of Object.values<Problem>(shown)) {
      const { message, remedy } = explainProblem(language, problem);
      expect(`${message} ${remedy}`, problem.code).not.toMatch(/--\w|\bscan\b|KEYFERRY_/);
    }
    for (const code of ["already-requested", "activations-used-up", "note-required", "operator-required"] as const) {
      expect(explainForCli(language, problems[code]).remedy, code).toMatch(/--\w/);
    }
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

/** The source of all that is said in a language. */
function sourceOf(language: string): string {
  const folder = fileURLToPath(new URL(`../../../../core/text/${language}/`, import.meta.url));
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  return names.map((name) => readFileSync(folder + name, "utf8")).join("\n");
}

test.each([
  ["ja", "消費", /数えられ|算入/g],
  ["ja", "挿す", /挿入|差し込/g],
  ["ja", "作成", /作[らりるっ]/g],
  ["ja", "Stratus 認定サービス業者", /(?<!認定)サービス業者/g],
  ["ja", "ユーザー名", /ユーザ名/g],
  ["ja", "a question without ?", /[かす][?？]/g],
  ["en", "use an activation", /(may|not|has) (have )?count(ed)? as|cost (an )?activation/g],
  ["en", "the straight apostrophe", /’/g],
])("one thing has one word in %s: %s", (language, _, other) => {
  expect(sourceOf(language).match(other)).toBeNull();
});

test.each<[string, RegExp]>([
  ["ticket.json", /^Do not use this request\. Make a new one at Computer B/],
  ["activation-url.txt", /^Do not use this request\. Make a new one at Computer B/],
  ["ze-207-3F9A2C7K1M", /^Do not use this request\. Make a new one at Computer B/],
  ["answer.json", /^Take the stick to Computer A and fetch again/],
  ["av_1_A.key", /^Take the stick to Computer A and fetch again/],
])("where %s is missing, the remedy is for the step that wrote it", (file, remedy) => {
  expect(explainProblem("en", { code: "file-missing", file }).remedy).toMatch(remedy);
});

test("a link that was changed on the way is not fetched again, a key that was is not uploaded", () => {
  const changed = (file: string) => explainProblem("en", { code: "file-differs", file }).remedy;
  expect(changed("activation-url.txt")).toMatch(/new one at Computer B/);
  expect(changed("av_1_A.key")).toMatch(/Do not upload it\. .*Computer A/);
});

test("a page that was saved as a key is mended at Computer A, which has the network", () => {
  const { message, remedy } = explainProblem("en", problems["file-not-a-key"]);
  expect(message).toContain("“av_1_A.key”");
  expect(remedy).toMatch(/Computer A.*sign in/);
});

test.each<[Problem]>([
  [{ code: "asset-id-missing" }],
  [{ code: "asset-id-blank", parameter: "siteid", cutOff: true }],
  [{ code: "url-malformed", character: "%", cutOff: true }],
])("an address that ends too soon is said to be perhaps cut off: %j", (problem) => {
  expect(Object.values(explainProblem("en", problem)).join(" ")).toMatch(/may be cut off.*copy the whole address/i);
  expect(Object.values(explainProblem("ja", problem)).join(" ")).toMatch(/途中で切れ.*全体/);
});

test("a URL with two asset IDs is refused with both of them", () => {
  for (const language of languages) {
    const { message } = explainProblem(language, problems["asset-id-ambiguous"]);
    expect(message).toMatch(/ze-207.*ze-208/);
  }
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
