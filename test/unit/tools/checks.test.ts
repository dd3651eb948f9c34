import { expect, test } from "vitest";
import { lastWords, skippedTests, sum } from "../../../tools/lib/checks.mjs";

test("what is skipped is counted and named with its reason, never silently", () => {
  const part = { ok: true, passed: 3, failed: 0 };
  const total = sum([{ ...part, skipped: ["a device is refused (only root makes a device)"] }, part]);
  expect(lastWords(total)).toBe(
    "skipped: a device is refused (only root makes a device)\n6 passed, 0 failed, 1 skipped",
  );
  expect(lastWords(sum([part]))).toBe("3 passed, 0 failed");
});

test("a test that was skipped without a reason is found", () => {
  const assertionResults = [
    { fullName: "a device is refused", status: "skipped", meta: { skipped: "only root makes a device" } },
    { fullName: "left out", status: "skipped", meta: {} },
    { fullName: "a key is taken", status: "passed", meta: {} },
  ] as const;
  expect(skippedTests([{ name: "/x.test.ts", status: "passed", assertionResults }])).toEqual([
    { name: "a device is refused", reason: "only root makes a device" },
    { name: "left out", reason: undefined },
  ]);
});
