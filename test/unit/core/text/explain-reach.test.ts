import { expect, test } from "vitest";
import type { Problem } from "../../../../core/problem.ts";
import { LanguageSchema } from "../../../../core/settings.ts";
import { explainReach } from "../../../../core/text/explain-reach.ts";
import { problems } from "../../../fixtures/problems.ts";

const ofTheWay = Object.values<Problem>(problems).filter(({ code }) => /^(net|tls|proxy)-/.test(code));

test.each(LanguageSchema.options)(
  "a check that used no activation never says that one may be gone (%s)",
  (language) => {
    expect(ofTheWay.length).toBeGreaterThan(10);
    for (const problem of ofTheWay) {
      const { message, remedy } = explainReach(language, problem);
      expect(`${message} ${remedy}`, problem.code).not.toMatch(/may have used|消費した可能性/);
      expect(remedy.length, problem.code).toBeGreaterThan(10);
    }
  },
);
