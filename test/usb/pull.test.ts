import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runInGuest } from "../../tools/lib/usb/run-in-guest.mjs";
import { makeStick, readStick, restoreStick } from "../../tools/lib/usb/stick.mjs";
import { countsOf, spreadOf } from "./figure.ts";
import type { DoneStep } from "./guest/do-trip.ts";
import { type Found, judgePulled } from "./judge-pulled.ts";
import { FOREIGN } from "./trip.ts";

/** What the job tells of one pull in the middle of a trip, and what was then found. */
interface Pull {
  readonly pull: number;
  readonly writes: number;
  readonly said: readonly DoneStep[];
  readonly error?: string;
  readonly cycleMs: number;
  readonly found: Found;
  /** Where the trip was then finished: what kept it from that, and what was found afterwards. */
  readonly unfinished?: string;
  readonly finished?: Found;
}

const { PULLS = "100" } = process.env;
const folder = mkdtempSync(join(tmpdir(), "keyferry-stick-"));
let reports: Awaited<ReturnType<typeof runInGuest>>;
const pulls = (): readonly Pull[] => reports.filter((one) => one.pull !== undefined);
/** The pulls of which something holds, as they are told by a test that wants none of them. */
const which = (holds: (pull: Pull) => boolean) => pulls().filter(holds);

beforeAll(async () => {
  const kingston = await makeStick(folder, { files: FOREIGN });
  const inspect = async () => {
    const files = Object.entries(await readStick(kingston)).map(([name, content]) => [name, content.length]);
    return Object.fromEntries(files);
  };
  reports = await runInGuest("pull", {
    sticks: { kingston },
    answers: { restore: () => restoreStick(kingston), inspect, judge: () => judgePulled(kingston) },
    env: { PULLS },
    limitMs: 2_000_000,
  });
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("pulled out right after a file was written", () => {
  // The first two prove that the machine loses what a person who pulls a stick loses.
  test.for([
    ["without a sync", undefined],
    ["synced, then renamed", 0], // FAT keeps the size beside the name: the new name has it only after another sync
    ["synced, renamed, synced again", 3_000],
    ["as the product does", 3_000],
  ] as const)("%s: bytes on the medium: %s", ([way, bytes], { task }) => {
    const found = reports.find((one) => one.way === way)?.medium["a.key"];
    const words = (size: number | undefined) => (size === undefined ? "no file" : `${size} of 3000 bytes`);
    task.meta.figure = { what: `pulled after a write ${way}`, measured: words(found), goal: words(bytes) };
    expect(found).toBe(bytes);
  });
});

describe("pulled out in the middle of a trip", () => {
  test("each pull came at another place, from before the first write to after the last one", ({ task }) => {
    const places = new Set(pulls().map(({ writes }) => writes));
    const of = Number(reports.find((one) => one.of !== undefined)?.of);
    const measured = `${pulls().length} pulls at ${places.size} places between ${of} writes`;
    task.meta.figure = { what: "pulls spread over steps 1 and 2", measured, goal: `${PULLS} pulls, every state met` };
    expect(pulls()).toHaveLength(Number(PULLS));
    const states = new Set(pulls().map(({ found }) => found.state));
    expect([...states].sort()).toEqual(["answered", "damaged", "incomplete", "no request yet", "requested"]);
  });

  test("none is answered without its key", ({ task }) => {
    const states = countsOf(pulls().map(({ found }) => found.state));
    const falsely = which(({ found }) => ["answered", "delivered"].includes(found.state) && !(found.key && found.url));
    task.meta.figure = { what: "falsely answered", measured: `${falsely.length} (${states})`, goal: "0" };
    expect(falsely).toEqual([]);
  });

  test("each step that was said to be done is on the medium, whole", ({ task }) => {
    const said = pulls().flatMap((pull) => pull.said.map((step) => ({ step, ...pull })));
    const lost = said.filter(({ step, found }) => !isWhole(step, found));
    const measured = `${lost.length} of ${said.length}`;
    task.meta.figure = { what: "steps said to be done, not whole on the medium", measured, goal: "0" };
    expect(lost).toEqual([]);
  });

  test("a step that was cut off says that the stick was pulled", ({ task }) => {
    const errors = pulls().flatMap(({ error }) => (error === undefined ? [] : [error]));
    const others = errors.filter((error) => !error.includes('"stick-gone"'));
    const measured = `${others.length} of ${errors.length}`;
    task.meta.figure = { what: "cut off, and told another reason than the pull", measured, goal: "0" };
    expect(others).toEqual([]);
  });

  test("other people's files are whole", ({ task }) => {
    const harmed = which(({ found }) => found.harmed.length > 0);
    task.meta.figure = { what: "pulls that harmed other people's files", measured: String(harmed.length), goal: "0" };
    expect(harmed).toEqual([]);
  });

  test("fsck.vfat finds nothing wrong but files that were never finished", ({ task }) => {
    const broken = which(({ found }) => found.problems.length > 0);
    const unfinished = which(({ found }) => found.unfinished).length;
    const measured = `${broken.length} (a file of ours that was never finished: ${unfinished})`;
    task.meta.figure = { what: "pulls after which fsck.vfat finds a loss", measured, goal: "0" };
    expect(broken).toEqual([]);
  });

  test("a trip is finished on the stick as it was pulled out, and nothing stays of a save that was cut off", ({
    task,
  }) => {
    const tried = which(({ finished }) => finished !== undefined);
    const failed = tried.filter(
      ({ finished: found }) => found?.key !== true || found.state !== "answered" || found.requests !== 1,
    );
    const measured = `${failed.length} of ${tried.length} tried`;
    task.meta.figure = { what: "pulled sticks on which the trip cannot be finished", measured, goal: "0" };
    expect(failed).toEqual([]);
  });

  test("a reading knows whatever was left behind", () => {
    expect(which(({ found }) => found.strange.length > 0)).toEqual([]);
  });

  test("one plug, write and pull takes some seconds", ({ task }) => {
    const measured = spreadOf(pulls().map(({ cycleMs }) => cycleMs));
    task.meta.figure = { what: "one cycle of plug, write, pull (min / median / max)", measured, goal: "none" };
  });
});

const isWhole = (step: DoneStep, { state, url, key }: Found): boolean =>
  step === "request" ? url && ["requested", "incomplete", "answered"].includes(state) : key && state === "answered";
