import type { Outcome } from "../../core/problem.ts";
import { err } from "../../core/result.ts";

/** The steps that the window has begun and that have not ended: it is not closed over them. */
export interface WorkInHand {
  /** Counts a step until it has ended. */
  during<T>(step: () => Promise<T>): Promise<T>;
  /** One fetch at a time, `busy` otherwise: a second click must never become a second activation. */
  fetch<T>(run: (signal: AbortSignal) => Promise<Outcome<T>>): Promise<Outcome<T>>;
  /** Cancels the fetch, if there is one. */
  cancelFetch(): void;
  what(): "nothing" | "step" | "fetch";
  /** Done when all that is in hand now has ended, however. */
  ended(): Promise<void>;
}

export function createWorkInHand(): WorkInHand {
  const steps = new Set<Promise<unknown>>();
  let fetching: AbortController | null = null;
  return {
    during: async (step) => {
      const working = step();
      steps.add(working);
      try {
        return await working;
      } finally {
        steps.delete(working);
      }
    },
    fetch: async (run) => {
      if (fetching) return err({ code: "busy" });
      fetching = new AbortController();
      try {
        return await run(fetching.signal);
      } finally {
        fetching = null;
      }
    },
    cancelFetch: () => fetching?.abort(),
    what: () => (fetching ? "fetch" : steps.size > 0 ? "step" : "nothing"),
    ended: async () => void (await Promise.allSettled(steps)),
  };
}
