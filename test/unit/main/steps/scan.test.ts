import { expect, test } from "vitest";
import { onceASecond } from "../../../../main/steps/scan.ts";

test("a quick scan says nothing of how far it is, and a slow one says it once a second", () => {
  let now = 5_000;
  const told: number[] = [];
  const tell = onceASecond(
    (report: number) => told.push(report),
    () => now,
  );
  for (let report = 1; report <= 35; report += 1) {
    now += 100;
    tell(report);
  }
  expect(told).toEqual([10, 20, 30]);
});
