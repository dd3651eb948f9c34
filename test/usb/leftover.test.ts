import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { forgetSize } from "../../tools/lib/usb/fat-entries.mjs";
import { runInGuest } from "../../tools/lib/usb/run-in-guest.mjs";
import { checkStick, makeStick, readStick } from "../../tools/lib/usb/stick.mjs";
import { LEFTOVERS, RECORD, REQUEST_FOLDER } from "./guest/leftovers.ts";
import { FOREIGN } from "./trip.ts";

const LEFT = "x".repeat(23_456); // many clusters, and the size of no other file
const folder = mkdtempSync(join(tmpdir(), "keyferry-stick-"));
let report: Awaited<ReturnType<typeof runInGuest>>[number];
let problems: readonly string[];
let files: Awaited<ReturnType<typeof readStick>>;

beforeAll(async () => {
  const left = Object.fromEntries(LEFTOVERS.map((name) => [name, LEFT]));
  const kingston = await makeStick(folder, { files: { ...FOREIGN, ...left } });
  expect(await forgetSize(kingston, LEFT.length)).toBe(LEFTOVERS.length);
  [report] = await runInGuest("leftover", { sticks: { kingston } });
  ({ problems } = await checkStick(kingston));
  files = await readStick(kingston);
});

afterAll(() => rmSync(folder, { recursive: true }));

test("a leftover with 0 bytes and many clusters does not make the system close the stick for writing", ({ task }) => {
  const measured = report.writable ? "open for writing" : "closed for writing";
  task.meta.figure = { what: "a leftover of 0 bytes with a long cluster chain", measured, goal: "open for writing" };
  expect(report).toEqual({ nextStep: [], record: { ok: true }, probe: null, writable: true });
});

test("what was written over the leftovers is whole on the medium, and fsck.vfat finds nothing wrong", () => {
  expect(files[`KEYFERRY/${REQUEST_FOLDER}/answer.json`]?.equals(Buffer.from(RECORD))).toBe(true);
  expect(files["KEYFERRY/NEXT-STEP.txt"]?.length).toBeGreaterThan(1_000);
  expect(Object.keys(files).filter((name) => name.endsWith(".part"))).toEqual([]);
  expect(problems).toEqual([]);
});
