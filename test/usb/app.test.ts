import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noteLaunch } from "../../tools/lib/launches.mjs";
import { runInGuest } from "../../tools/lib/usb/run-in-guest.mjs";
import { makeStick } from "../../tools/lib/usb/stick.mjs";
import { spreadOf } from "./figure.ts";
import { judgePulled } from "./judge-pulled.ts";
import { FOREIGN, KEY } from "./trip.ts";

const folder = mkdtempSync(join(tmpdir(), "keyferry-stick-"));
let reports: Awaited<ReturnType<typeof runInGuest>>;
const having = (name: string) => reports.find((one) => one[name] !== undefined)?.[name];
const windowMs = (what: string): readonly number[] =>
  reports.filter((one) => one.window === what).map(({ ms }) => Number(ms));

beforeAll(async () => {
  const kingston = await makeStick(folder, { files: FOREIGN });
  reports = await runInGuest("app", {
    sticks: { kingston },
    answers: { judge: () => judgePulled(kingston) },
    limitMs: 1_500_000,
  });
  // The machine keeps its own note of launches to itself.
  if (having("tries") === 2) noteLaunch("too long in the virtual machine");
  if (having("tries") !== undefined) noteLaunch(null);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("the command line, with a stick", () => {
  const drive = {
    path: "/media/stick",
    label: "KINGSTON",
    bus: "USB",
    fileSystem: "vfat",
    removable: true,
    readOnly: false,
    usable: true,
  };

  test.for([
    ["drives", { drives: [drive] }],
    ["request", { ticket: { assetId: "ze-207" }, verified: true, warnings: [] }],
    ["scan", { tickets: [{ state: "answered", problems: [], keyFile: KEY.name }], foreign: [], warnings: [] }],
    ["deliver", { files: [{ bytes: KEY.bytes.length }], warnings: [] }],
  ] as const)("%s", ([command, answer], { task }) => {
    const run = reports.find((one) => one.command === command);
    const measured = `exit ${run?.code}, ${(run?.ms / 1_000).toFixed(1)} s from start to end`;
    task.meta.figure = { what: `command line: ${command}`, measured, goal: "done" };
    expect(run).toMatchObject({ code: 0, answer: { ok: true, ...answer } });
  });

  test("the key it delivered is the one that came, and the stick knows of it", () => {
    expect(Buffer.from(having("delivered"), "base64").equals(KEY.bytes)).toBe(true);
    expect(having("afterwards")).toMatchObject({ state: "delivered", url: true, key: true, harmed: [], problems: [] });
  });
});

describe("the window", () => {
  test("shows each stick that is plugged in, and that it is gone", ({ task }) => {
    const [shown, hidden] = [windowMs("shown"), windowMs("hidden")];
    const measured = `${shown.length} of 3; plugged -> shown ${spreadOf(shown)}, pulled -> hidden ${spreadOf(hidden)}`;
    task.meta.figure = { what: "window: sticks seen come and go", measured, goal: "3 of 3" };
    expect([shown.length, hidden.length]).toEqual([3, 3]);
  });

  test("opens and closes", ({ task }) => {
    const measured = `${spreadOf(windowMs("opened"))}; ${spreadOf(windowMs("closed"))}`;
    task.meta.figure = { what: "window: opened; closed", measured, goal: "none" };
    expect(windowMs("closed")).toHaveLength(1);
  });
});
