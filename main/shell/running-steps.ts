import type { Outcome } from "../../core/problem.ts";
import { err } from "../../core/result.ts";

/** The steps that the window has begun and that have not ended: it is not closed over them. */
export interface RunningSteps {
  /** Counts a step until it has ended. */
  runStep<T>(step: () => Promise<T>): Promise<T>;
  /** One fetch at a time, `busy` otherwise: a second click must never become a second activation. */
  runFetch<T>(run: (signal: AbortSignal) => Promise<Outcome<T>>): Promise<Outcome<T>>;
  /** Cancels the fetch, if there is one. */
  cancelFetch(): void;
  current(): "nothing" | "step" | "fetch";
  /** Done when all that is in hand now has ended, however. */
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
