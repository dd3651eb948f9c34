import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runInGuest } from "../../tools/lib/usb/run-in-guest.mjs";
import { makeStick } from "../../tools/lib/usb/stick.mjs";
import { builtAgent } from "../fixtures/agent/built-agent.ts";
import { spreadOf } from "./figure.ts";
import type { Cycle } from "./guest/watch.ts";

const { CYCLES = "100" } = process.env; // half of them without a signal
const folder = mkdtempSync(join(tmpdir(), "keyferry-stick-"));
let reports: Awaited<ReturnType<typeof runInGuest>>;
const cycles = (signal?: Cycle["signal"]): readonly Cycle[] =>
  reports.filter((one) => (signal === undefined ? one.signal !== undefined : one.signal === signal));

beforeAll(async () => {
  const kingston = await makeStick(folder);
  const agent = await builtAgent("main/drives/agent/start-agent.ts");
  try {
    const env = { CYCLES: String(Number(CYCLES) / 2), KEYFERRY_AGENT: agent };
    reports = await runInGuest("watch", { sticks: { kingston }, env, limitMs: 2_000_000 });
  } finally {
    rmSync(dirname(agent), { recursive: true });
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

test("usb-detection gives its signal", ({ task }) => {
  const { signals, changes } = reports.find((one) => one.signals !== undefined);
  const measured = `${signals} for ${changes} changes`;
  task.meta.figure = { what: "usb-detection's signals", measured, goal: "one for each change" };
  expect(signals).toBeGreaterThanOrEqual(changes);
});

const WAYS = [
  ["with", "with usb-detection"],
  ["without", "without usb-detection"],
] as const;

test.for(WAYS)("no stick that comes and goes is missed %s a signal", ([signal, words], { task }) => {
  const missed = cycles(signal).filter(({ seen, goneSeen }) => !seen || !goneSeen);
  const measured = `${missed.length} of ${cycles(signal).length} cycles`;
  task.meta.figure = { what: `watching ${words}: missed`, measured, goal: "0" };
  expect(cycles(signal)).toHaveLength(Number(CYCLES) / 2);
  expect(missed).toEqual([]);
});

test("nothing of a stick stays open after it was listed and scanned", ({ task }) => {
  const held = cycles().flatMap((cycle) => cycle.held);
  const measured = `${held.length} after ${cycles().length} scans`;
  task.meta.figure = { what: "descriptors left on the stick", measured, goal: "0" };
  expect(held).toEqual([]);
});

test.for(WAYS)("how long it takes until a stick is listed %s a signal", ([signal, words], { task }) => {
  const spread = (ms: (cycle: Cycle) => number) => spreadOf(cycles(signal).map(ms));
  const all = spread(({ ms }) => ms.mounted + ms.listed);
  const measured = `${all}; since its mount ${spread(({ ms }) => ms.listed)}; pulled -> gone ${spread(({ ms }) => ms.gone)}`;
  task.meta.figure = { what: `plugged -> listed ${words} (min / median / max)`, measured, goal: "none" };
});
