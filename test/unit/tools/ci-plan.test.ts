import { expect, test, vi } from "vitest";
import { runPlan, timesInWords } from "../../../tools/lib/ci-plan.mjs";

const exits = (code: number) => [process.execPath, "-e", `console.log("said");process.exit(${code})`];

test("what each part took is told in order, and the parts after one that failed are run as well", async () => {
  const printed = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const part = (name: string, code: number) => [name, exits(code)] as const;
  const plan = [[[part("one", 0), part("two", 3)], [part("beside", 0)]], [[part("three", 0)]]];
  const results = await runPlan(plan, { setUpMs: 61_000 });
  expect(results.map(({ name, ok }) => [name, ok])).toEqual([
    ["set up", true],
    ["one", true],
    ["two", false],
    ["beside", true],
    ["three", true],
  ]);
  expect(timesInWords(results)).toMatch(
    /ok +61 s {2}set up\nok +\d+ s {2}one\nFAILED +\d+ s {2}two\nok +\d+ s {2}beside\nok/,
  );
  expect(printed.mock.calls.flat()).toContain("\n== two\nsaid");
  printed.mockRestore();
});
