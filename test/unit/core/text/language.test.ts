import { expect, test } from "vitest";
import { pickLanguage } from "../../../../core/text/language.ts";

test.each([
  [["ja-JP", "en-US"], "ja"],
  [["ja_JP.UTF-8"], "ja"],
  [["JA"], "ja"],
  [["fr-FR", "ja"], "ja"],
  [["en-GB", "ja"], "en"],
  [["fr-FR"], "en"],
  [["C"], "en"],
  [[], "en"],
  [[""], "en"],
])("a system that prefers %j gets %s", (preferred, language) => expect(pickLanguage(preferred)).toBe(language));
