import { expect, test } from "vitest";
import { NO_POLICY } from "../../../../core/policy/site-policy.ts";
import { err, ok } from "../../../../core/result.ts";
import { startLanguage } from "../../../../main/home/start-language.ts";

const nothing = { computer: null, language: null, consoleLanguage: null, operator: null };
const japanese = ok({ ...NO_POLICY, language: "ja" as const });
const unusable = err({ code: "policy-unusable", file: "/etc/x", fault: { type: "not-json" } } as const);

test.each([
  ["what was chosen here comes first", { ...nothing, language: "en" as const }, japanese, ["ja-JP"], "en"],
  ["then the site's", nothing, japanese, ["en-US"], "ja"],
  ["then the system's", nothing, ok(NO_POLICY), ["ja-JP"], "ja"],
  ["the system's, too, where the site's cannot be read", nothing, unusable, ["ja-JP"], "ja"],
] as const)("%s", (_, settings, policy, preferred, language) => {
  expect(startLanguage({ settings, policy }, preferred)).toBe(language);
});
