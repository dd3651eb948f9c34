import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import type { Drive } from "../../../../core/drives/drive.ts";
import { driveIdOf, folderDrive } from "../../../../core/drives/drive-policy.ts";
import type { Outcome } from "../../../../core/problem.ts";
import { err, ok } from "../../../../core/result.ts";
import { type DriveWatch, POLL_INTERVALS, watchDrives } from "../../../../main/drives/watch-drives.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const stick = folderDrive(driveIdOf("f", "0123456789abcdef"), "/x", "x", null);
const none = ok([]);
const one = ok([stick]);

/** A watch over drives and a cheap look that the test sets. `within` says how often something was done meanwhile. */
function watching(look: string | null) {
  const world: { drives: Outcome<readonly Drive[]>; look: string | null } = { drives: none, look };
  const list = vi.fn(async () => world.drives);
  const looked = vi.fn(async () => world.look);
  const listener = vi.fn();
  const signals = new Set<() => void>();
  const onSignal = (listener: () => void) => {
    signals.add(listener);
    return () => signals.delete(listener);
  };
  const watch: DriveWatch = watchDrives({ list, readTables: looked, onSignal, listener, intervals: POLL_INTERVALS });
  onTestFinished(watch.stop);
  const within = async (ms: number, counted: { readonly mock: { readonly calls: readonly unknown[] } } = list) => {
    const before = counted.mock.calls.length;
    await vi.advanceTimersByTimeAsync(ms);
    return counted.mock.calls.length - before;
  };
  const signal = () => {
    for (const listener of signals) listener();
  };
  return { world, list, looked, tell: listener, signals, watch, within, signal };
}

describe("what is told", () => {
  test("the first list, and then only another one", async () => {
    const { world, tell, within } = watching(null);
    await within(3_000);
    world.drives = one;
    await within(3_000);
    world.drives = none;
    await within(3_000);
    expect(tell.mock.calls).toEqual([[none], [one], [none]]);
  });

  test("why the drives cannot be told, once, and that they can again although they are the same", async () => {
    const { world, tell, within } = watching(null);
    await within(10);
    world.drives = one;
    await within(1_000);
    const hang = err({ code: "drives-hang", ms: 5_000 } as const);
    world.drives = hang;
    await within(3_000);
    world.drives = one;
    await within(1_000);
    expect(tell.mock.calls).toEqual([[none], [one], [hang], [one]]);
  });

  test("nothing any more when nobody watches", async () => {
    const { world, tell, within, watch, signal, signals } = watching(null);
    await within(1_000);
    watch.stop();
    world.drives = one;
    signal();
    expect(await within(60_000)).toBe(0);
    expect(tell).toHaveBeenCalledTimes(1);
    expect(signals.size).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("how often", () => {
  test("where every look is a listing: once a second", async () => {
    const { within } = watching(null);
    await within(10);
    expect(await within(10_000)).toBe(10);
  });

  test("where a look costs nothing: looked once a second, listed when something changed and every 10 s", async () => {
    const { world, looked, within } = watching("two disks");
    await within(10_000);
    expect(await within(60_000, looked)).toBe(60);
    expect(await within(60_000)).toBe(6);
    world.look = "three disks";
    expect(await within(1_000)).toBe(1);
  });

  test("after a signal: every 100 ms for 5 s, since the mount comes after the device", async () => {
    const { within, signal } = watching(null);
    await within(10_500);
    signal();
    expect(await within(4_990)).toBe(50);
    expect(await within(10_000)).toBe(10);
  });

  test("after a signal a mount is told within 100 ms, also where a look costs nothing", async () => {
    const { world, within, signal, tell } = watching("two disks");
    await within(60_000);
    signal();
    await within(3_210);
    world.look = "a mount";
    world.drives = one;
    await within(100);
    expect(tell).toHaveBeenLastCalledWith(one);
  });

  test("after a signal a label that comes late is told within half a second", async () => {
    const { world, within, signal, tell } = watching("two disks");
    await within(60_000);
    signal();
    await within(1_000);
    world.drives = one; // and the look is what it was
    await within(500);
    expect(tell).toHaveBeenLastCalledWith(one);
  });

  test("while nobody sees the window: every 10 s, and at once when it is seen again", async () => {
    const { within, watch } = watching(null);
    await within(10);
    watch.setVisibility("hidden");
    await within(1_000);
    expect(await within(60_000)).toBe(6);
    watch.setVisibility("visible");
    expect(await within(1)).toBe(1);
    expect(await within(10_000)).toBe(10);
  });

  test("a signal is heard also while nobody sees the window", async () => {
    const { within, watch, signal } = watching(null);
    watch.setVisibility("hidden");
    await within(15_000);
    signal();
    expect(await within(1_000)).toBeGreaterThan(5);
  });

  test("a look that hangs is not followed by others before it ended", async () => {
    const { list, within, signal } = watching(null);
    await within(10);
    let answer = (_: typeof none): void => undefined;
    list.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    await within(1_000);
    signal();
    expect(await within(10_000)).toBe(0);
    answer(none);
    expect(await within(1_000)).toBeGreaterThan(0);
  });
});
