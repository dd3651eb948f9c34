import { expect, test } from "vitest";
import { faultTable } from "../../../tools/lib/faults.mjs";
import { figuresOf } from "../../../tools/lib/usb/figures.mjs";

const figure = { what: "falsely answered", measured: "0 of 100", goal: "0" };

test("a table has a line for each figure, with the test's own word on its goal", () => {
  const { table, passed, failed } = figuresOf([
    {
      name: "/x/pull.test.ts",
      status: "failed",
      assertionResults: [
        { fullName: "answered", status: "passed", meta: { figure } },
        { fullName: "said", status: "failed", meta: { figure: { ...figure, what: "lost", measured: "2 of 100" } } },
        { fullName: "time", status: "passed", meta: { figure: { what: "time", measured: "2 s", goal: "none" } } },
        { fullName: "nothing is measured", status: "passed" },
      ],
    },
  ]);
  expect(table.split("\n")).toEqual([
    "ok   what              goal  measured",
    "yes  falsely answered  0     0 of 100",
    "NO   lost              0     2 of 100",
    "-    time              none  2 s",
  ]);
  expect([passed, failed]).toEqual([3, 1]);
});

test("what failed without a figure, or did not even run, has a line, too", () => {
  const { table, passed, failed } = figuresOf([
    { name: "/x/app.test.ts", status: "failed", assertionResults: [{ fullName: "opens", status: "failed" }] },
    { name: "/x/watch.test.ts", status: "failed", assertionResults: [{ fullName: "sees", status: "skipped" }] },
  ]);
  expect(table).toMatch(/^NO {2}opens {10}failed$/m);
  expect(table).toMatch(/^NO {2}watch\.test\.ts {2}did not run$/m);
  expect([passed, failed]).toEqual([0, 2]);
});

test("a fault's line says what was shown, how often a server was asked, and what is on the stick", () => {
  const row = { fault: "JSON", shown: "answer-json", exit: "6", requests: "1", stick: "nothing" };
  const { table } = faultTable([
    { name: "/x", status: "passed", assertionResults: [{ fullName: "x", status: "passed", meta: { row } }] },
  ]);
  expect(table.split("\n")).toEqual([
    "ok   fault  shown        exit  requests  left on the stick",
    "yes  JSON   answer-json  6     1         nothing",
  ]);
});
