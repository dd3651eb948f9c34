import { spawn } from "node:child_process";
import { once } from "node:events";
import type { ElectronApplication, Page } from "@playwright/test";
import { expect, test, vi } from "vitest";
import { readIfThere } from "../../../tools/lib/files.mjs";
import { launchesInWords } from "../../../tools/lib/launches.mjs";
import { type LaunchOptions, launchWindow } from "../../fixtures/launch-window.ts";
import { IS_LINUX, onlyWhere } from "../../fixtures/only-where.ts";

const forever = () => new Promise<never>(() => undefined);
const page = {} as Page;
const opens = { firstWindow: async () => page } as unknown as ElectronApplication;
const staysShut = { firstWindow: forever } as unknown as ElectronApplication;

type Start = NonNullable<LaunchOptions["start"]>;

/** Launches with so many ms for each try; what the tries come to, in order. */
function launchAs(limitMs: number, ...tries: readonly Start[]) {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const left = [...tries];
  const start = vi.fn<Start>((options) => left.shift()?.(options) ?? Promise.reject(new Error("one try too many")));
  const noted: (string | null)[] = [];
  const options = { start, limitMs, loaded: async () => undefined, note: (lost: string | null) => noted.push(lost) };
  return { start, noted, launched: launchWindow(options) };
}

test("a window that opens is launched once", async () => {
  await expect(launchAs(200, async () => opens).launched).resolves.toMatchObject({ page, tries: 1 });
});

test("a launch that hangs is tried once more", async () => {
  const { launched, noted } = launchAs(200, forever, async () => opens);
  await expect(launched).resolves.toMatchObject({ page, tries: 2 });
  expect(noted).toEqual([expect.stringContaining("the driver's connection to the process"), null]);
});

test("a process that ends while the driver connects to it is tried once more", async () => {
  const broken = () => Promise.reject(new Error("electron.launch: Process failed to launch!\nCall log: SIGSEGV"));
  const { launched, noted } = launchAs(200, broken, async () => opens);
  await expect(launched).resolves.toMatchObject({ page, tries: 2 });
  expect(noted[0]).toContain("the process ended while it waited for the driver's connection");
});

test("two launches that hang fail, and each says what it waited for", async () => {
  await expect(launchAs(200, forever, async () => staysShut).launched).rejects.toThrow(
    /first waited 200 ms for the driver's connection to the process.*; then waited 200 ms for the first window/,
  );
});

test("a launch that fails at once is not tried again: that is no race but an error", async () => {
  const { start, launched } = launchAs(200, () => Promise.reject(new Error("no such program")));
  await expect(launched).rejects.toThrow("no such program");
  expect(start).toHaveBeenCalledTimes(1);
});

test("what a launch that hangs has started is ended, with its children", async (context) => {
  onlyWhere(context, IS_LINUX, "the processes are found in /proc");
  const line = "const c=require('child_process').spawn('sleep',['60']);console.log(c.pid);setInterval(()=>0,1e3)";
  let ids: number[] = [];
  const { launched } = launchAs(
    2_000,
    async ({ env }) => {
      const program = spawn(process.execPath, ["-e", line], { env: env as NodeJS.ProcessEnv });
      const [child] = await once(program.stdout, "data");
      ids = [Number(program.pid), Number(child)];
      return forever();
    },
    async () => opens,
  );
  await launched;
  await vi.waitFor(() => expect(ids.filter(isRunning)).toEqual([]), 2_000);
  expect(ids).toHaveLength(2);
});

test("the count of launches names each that was tried again", () => {
  expect(launchesInWords("opened\nwaited 30000 ms for the first window\nopened\n")).toBe(
    "launches: 2, tried again: 1\n  waited 30000 ms for the first window",
  );
});

/** Linux keeps the number of one that was killed until its parent asks for its end. */
function isRunning(id: number): boolean {
  const status = readIfThere(`/proc/${id}/status`);
  return status !== undefined && !/^State:\t[ZX]/m.test(status);
}
