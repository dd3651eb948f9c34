import type { DriveId } from "../../core/drives/drive.ts";
import type { Outcome } from "../../core/problem.ts";
import { err } from "../../core/result.ts";

type Work<T> = () => Promise<Outcome<T>>;

/** Keeps an eject and everything else apart: what blocks the eject of a stick must never be this app. */
export interface StickUse {
  /** Works with a stick; `busy` while it is being ejected. */
  use<T>(stick: DriveId, work: Work<T>): Promise<Outcome<T>>;
  /** Waits until nobody works with the stick, and lets nobody begin. */
  alone<T>(stick: DriveId, work: Work<T>): Promise<Outcome<T>>;
}

export function createStickUse(): StickUse {
  const users = new Map<DriveId, Set<Promise<unknown>>>();
  const taken = new Set<DriveId>();
  return {
    use: async (stick, work) => {
      if (taken.has(stick)) return err({ code: "busy" });
      const mine = users.get(stick) ?? new Set();
      users.set(stick, mine);
      const working = work();
      mine.add(working);
      try {
        return await working;
      } finally {
        mine.delete(working);
      }
    },
    alone: async (stick, work) => {
      if (taken.has(stick)) return err({ code: "busy" });
      taken.add(stick);
      try {
        await Promise.allSettled(users.get(stick) ?? []);
        return await work();
      } finally {
        taken.delete(stick);
      }
    },
  };
}
