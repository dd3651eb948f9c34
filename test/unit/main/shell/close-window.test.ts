import { EventEmitter } from "node:events";
import type { BrowserWindow } from "electron";
import { describe, expect, test } from "vitest";
import { ok } from "../../../../core/result.ts";
import { closeWhenStepsEnd } from "../../../../main/shell/close-window.ts";
import { createRunningSteps } from "../../../../main/shell/running-steps.ts";

/** A window that notes what becomes of it, and steps that end when they are told to, or are cancelled. */
function opened(answer: boolean) {
  const seen: string[] = [];
  const events = new EventEmitter();
  const window = Object.assign(events, {
    hide: () => void seen.push("hidden"),
    destroy: () => void seen.push("gone"),
  }) as unknown as BrowserWindow; // only what closing uses
  const work = createRunningSteps();
  closeWhenStepsEnd(window, work, async () => {
    seen.push("asked");
    return answer;
  });
  let end = () => undefined as unknown;
  const ending = new Promise<void>((resolve) => {
    end = resolve;
  });
  /** Whether the window may close at once. */
  const close = async (): Promise<boolean> => {
    let prevented = false;
    events.emit("close", { preventDefault: () => (prevented = true) });
    await settled();
    return !prevented;
  };
  const step = () => work.runStep(() => ending);
  const fetch = () =>
    work.runStep(() =>
      work.runFetch(async (signal) => {
        signal.addEventListener("abort", () => seen.push("cancelled"));
        await ending;
        return ok("came");
      }),
    );
  return { seen, close, step, fetch, end };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe("the window is closed", () => {
  test("at once when nothing is in hand", async () => {
    const { seen, close } = opened(true);
    expect(await close()).toBe(true);
    expect(seen).toEqual([]);
  });

  test("over a write when that has ended, and out of sight meanwhile", async () => {
    const { seen, close, step, end } = opened(false);
    const working = step();
    expect(await close()).toBe(false);
    expect(seen).toEqual(["hidden"]);
    end();
    await working;
    await settled();
    expect(seen).toEqual(["hidden", "gone"]);
  });

  test("over a fetch after it was cancelled and what came is written, when that is wanted", async () => {
    const { seen, close, fetch, end } = opened(true);
    const working = fetch();
    expect(await close()).toBe(false);
    expect(seen).toEqual(["asked", "cancelled", "hidden"]);
    end();
    await working;
    await settled();
    expect(seen.at(-1)).toBe("gone");
  });

  test("not over a fetch that is to go on, and the question can be put again", async () => {
    const { seen, close, fetch, end } = opened(false);
    const working = fetch();
    expect([await close(), await close()]).toEqual([false, false]);
    expect(seen).toEqual(["asked", "asked"]);
    end();
    await working;
    expect(await close()).toBe(true);
  });
});
