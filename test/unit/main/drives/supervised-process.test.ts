import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { AgentProcess } from "../../../../main/drives/agent-process.ts";
import { superviseProcess } from "../../../../main/drives/supervised-process.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A process that ends when it is told to, and its keeper, who starts it again as soon as it may. */
function kept() {
  const starts: number[] = [];
  const ends: ((how: string) => void)[] = [];
  const killed = vi.fn();
  const fork = (): AgentProcess => {
    starts.push(Date.now());
    return { post: () => undefined, onMessage: () => undefined, onEnd: (end) => ends.push(end), kill: killed };
  };
  const ended = vi.fn();
  const keeper = superviseProcess(fork, { message: () => undefined, ended, restartable: () => keeper.start() });
  keeper.start();
  const crash = () => ends.at(-1)?.("SIGSEGV");
  /** How long the rest after a crash is (ms). */
  const restAfterCrash = async (): Promise<number> => {
    const begun = Date.now();
    const before = starts.length;
    crash();
    while (starts.length === before) await vi.advanceTimersByTimeAsync(1);
    return Date.now() - begun;
  };
  return { keeper, starts, ends, crash, restAfterCrash, ended, killed };
}

test("the rests double from 250 ms to 30 s, and begin anew after a success", async () => {
  const { restAfterCrash, keeper } = kept();
  const rests = [];
  for (let crashes = 0; crashes < 9; crashes += 1) rests.push(await restAfterCrash());
  expect(rests).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  keeper.resetBackOff();
  expect(await restAfterCrash()).toBe(250);
});

test("nothing starts it while it runs or rests", async () => {
  const { keeper, starts, crash } = kept();
  keeper.start();
  expect(starts).toHaveLength(1);
  crash();
  keeper.start();
  await vi.advanceTimersByTimeAsync(249);
  expect(starts).toHaveLength(1);
  expect(keeper.backOffMs()).toBe(250);
  await vi.advanceTimersByTimeAsync(1);
  expect(starts).toHaveLength(2);
  expect(keeper.backOffMs()).toBe(0);
});

test("one that was killed is not waited for: what it still tells is not listened to", async () => {
  const { keeper, starts, ends, ended, killed } = kept();
  keeper.kill();
  expect(killed).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(250);
  expect(starts).toHaveLength(2);
  ends[0]?.("SIGKILL");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(starts).toHaveLength(2);
  expect(ended).not.toHaveBeenCalled();
});

test("closed, it stays closed, also in the middle of a rest", async () => {
  const { keeper, starts, crash } = kept();
  crash();
  keeper.close();
  keeper.start();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(starts).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});
