import { expect, test } from "vitest";
import type { Problem } from "../../../../core/problem.ts";
import { exitCodeOf, exitCodeOfAll } from "../../../../main/cli/exit-code.ts";
import { problems } from "../../../fixtures/problems.ts";

const refused = { code: "alas-refused", alas: "3.5", name: "ALAS_NO_MORE_ACTIVATION" } as const;
const html = { code: "answer-html" } as const;

test.each<[string, number, readonly (Problem | null)[]]>([
  ["nothing to do", 0, []],
  ["all done", 0, [null, null]],
  ["one refused", 5, [refused]],
  ["all refused, for different reasons", 5, [refused, { ...refused, alas: "2.1", name: "ALAS_UNKNOWN_SITEID" }]],
  ["all without a network, in different ways", 4, [{ code: "net-refused" }, { code: "net-reset" }]],
  ["one done, one refused", 7, [null, refused]],
  ["one refused, one a web page", 7, [refused, html]],
])("several results: %s", (_, exit, results) => expect(exitCodeOfAll(results)).toBe(exit));

test.each(Object.values(problems))("$code has an exit code of its kind", (problem) => {
  const kinds: readonly (readonly [RegExp, number])[] = [
    [/^(net|tls|proxy|redirect)-|^(http-status|answer-cut-off|answer-compressed|fetch-cancelled)$/, 4],
    [/^(stick|target|drives)-|^record-unwritable$/, 3],
    [/^alas-refused$/, 5],
    [/^(answer|file|record)-|^(request-unfinished|wrong-system)$/, 6],
    [/^cancelled$/, 130],
    [/^(call-rejected|busy|unexpected)$/, 1],
  ];
  expect(exitCodeOf(problem)).toBe(kinds.find(([pattern]) => pattern.test(problem.code))?.[1] ?? 2);
});
