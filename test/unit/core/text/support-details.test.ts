import { expect, test } from "vitest";
import { LanguageSchema } from "../../../../core/settings.ts";
import { screensFor } from "../../../../core/text/screens-for.ts";
import { supportDetails } from "../../../../core/text/support-details.ts";
import * as fetched from "../../../gallery/fetch-samples.ts";

const endedAt = "2026-11-24T01:20:00.000Z";
const earlier = fetched.spent.history?.fetches ?? [];

test.each(LanguageSchema.options)("support gets code, asset ID, times and the answer's place (%s)", (language) => {
  const { fetch } = screensFor(language);
  const text = supportDetails(language, fetch, [
    { result: fetched.refusedWith("2.1"), assetId: "ze-207", endedAt, earlier },
  ]);
  for (const part of ["2.1 ALAS_UNKNOWN_SITEID", "ze-207", "3F9A2C7K1M", endedAt, "answer-1.raw", earlier[0]?.at]) {
    expect(text).toContain(part);
  }
  expect(text).not.toMatch(/undefined|https?:/);
});

test("of many each has its own part, and all of two hundred go through the contract", () => {
  const failures = fetched.plant.requests.map(({ id, assetId }) => ({
    result: fetched.refusedWith("9.0", id ?? undefined),
    assetId,
    endedAt,
    earlier: [...earlier, ...earlier, ...earlier],
  }));
  const text = supportDetails("ja", screensFor("ja").fetch, failures);
  expect(text.match(/9\.0 ALAS_UNKNOWN/g)?.length).toBeGreaterThanOrEqual(200);
  expect(text.length).toBeLessThan(256 * 1024);
});
