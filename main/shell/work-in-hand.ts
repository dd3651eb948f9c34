import type { Outcome } from "../../core/problem.ts";
import { err } from "../../core/result.ts";

/** The hops that the window has begun and that have not ended: it is not closed over them. */
export interface WorkInHand {
  /** Counts a hop until it has ended. */
  during<T>(hop: () => Promise<T>): Promise<T>;
  /** One fetch at a time, `busy` otherwise: a second click must never become a second activation. */
  fetch<T>(run: (signal: AbortSignal) => Promise<Outcome<T>>): Promise<Outcome<T>>;
  /** Cancels the fetch, if there is one. */
  cancelFetch(): void;
  what(): "nothing" | "hop" | "fetch";
  /** Done when all that is in hand now has ended, however. */
  ended(): Promise<void>;
}

export function createWorkInHand(): WorkInHand {
  const hops = new Set<Promise<unknown>>();
  let fetching: AbortController | null = null;
  return {
    during: async (hop) => {
      const working = hop();
      hops.add(working);
      try {
        return await working;
      } finally {
        hops.delete(working);
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
    what: () => (fetching ? "fetch" : hops.size > 0 ? "hop" : "nothing"),
    ended: async () => void (await Promise.allSettled(hops)),
  };
}
