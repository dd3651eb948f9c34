import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { err } from "../../../../core/result.ts";
import type { AgentRequest } from "../../../../main/drives/agent/messages.ts";
import { createDriveAgent } from "../../../../main/drives/drive-agent.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An agent whose processes answer nothing, and what each of them was told. */
function silentAgent() {
  const processes: {
    readonly asked: AgentRequest["type"][];
    readonly ready: () => void;
    readonly crash: () => void;
  }[] = [];
  const agent = createDriveAgent(() => {
    const asked: AgentRequest["type"][] = [];
    let tell: (message: unknown) => void = () => undefined;
    let end: (how: string) => void = () => undefined;
    processes.push({ asked, ready: () => tell({ type: "ready" }), crash: () => end("SIGSEGV") });
    return {
      post: ({ type: ask }) => void asked.push(ask),
      onMessage: (listener) => (tell = listener),
      onEnd: (listener) => (end = listener),
      kill: () => undefined,
    };
  });
  agent.onSignal(() => undefined);
  /** The next process, as soon as the rest is over, and ready. */
  const next = async () => {
    const before = processes.length;
    for (let ms = 0; processes.length === before && ms < 2_000; ms += 10) await vi.advanceTimersByTimeAsync(10);
    processes.at(-1)?.ready();
    return processes.at(-1);
  };
  processes.at(-1)?.ready();
  return { agent, processes, next };
}

test("listings that hang are none of usb-detection's doing: it is tried again", async () => {
  const { agent, processes, next } = silentAgent();
  for (const _ of [1, 2, 3]) {
    const listing = agent.list();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await listing).toEqual(err({ code: "drives-hang", ms: 5_000 }));
    await next();
  }
  expect(processes.map(({ asked }) => asked[0])).toEqual(["watch", "watch", "watch", "watch"]);
});

test("a process that crashes twice with usb-detection in it goes without", async () => {
  const { processes, next } = silentAgent();
  for (const _ of [1, 2]) {
    processes.at(-1)?.crash();
    await next();
  }
  expect(processes.map(({ asked }) => asked[0])).toEqual(["watch", "watch", undefined]);
});
