import type { Outcome } from "../../core/problem.ts";
import { err } from "../../core/result.ts";

/** The steps of the window that still run. The window must not close before they end. */
export interface RunningSteps {
  /** Runs a step and tracks it until it ends. */
  runStep<T>(step: () => Promise<T>): Promise<T>;
  /** Runs one fetch at a time, else `busy`: a second click must never use a second activation. */
  runFetch<T>(run: (signal: AbortSignal) => Promise<Outcome<T>>): Promise<Outcome<T>>;
  /** Cancels the running fetch, if any. */
  cancelFetch(): void;
  current(): "nothing" | "step" | "fetch";
  /** Resolves when all steps that run now have ended, with or without success. */
  allEnded(): Promise<void>;
}

export function createRunningSteps(): RunningSteps {
  const steps = new Set<Promise<unknown>>();
  let fetching: AbortController | null = null;
  return {
    runStep: async (step) => {
      const running = step();
      steps.add(running);
      try {
        return await running;
      } finally {
        steps.delete(running);
      }
    },
    runFetch: async (run) => {
      if (fetching) return err({ code: "busy" });
      fetching = new AbortController();
      try {
        return await run(fetching.signal);
      } finally {
        fetching = null;
      }
    },
    cancelFetch: () => fetching?.abort(),
    current: () => (fetching ? "fetch" : steps.size > 0 ? "step" : "nothing"),
    allEnded: async () => void (await Promise.allSettled(steps)),
  };
}
