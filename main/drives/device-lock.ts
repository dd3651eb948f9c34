import type { Outcome } from "../../core/problem.ts";
import { err } from "../../core/result.ts";

type Work<T> = () => Promise<Outcome<T>>;

/**
 * Keeps an eject and everything else apart: what blocks the eject of a stick must never be this app. By what is ejected as
 * one: the device, with all its volumes and the folders on them.
 */
export interface DeviceLock {
  /** Works with something on a device; `busy` while that is being ejected. */
  shared<T>(device: string, work: Work<T>): Promise<Outcome<T>>;
  /** Waits until nobody works with anything on the device, and lets nobody begin. */
  exclusive<T>(device: string, work: Work<T>): Promise<Outcome<T>>;
}

export function createDeviceLock(): DeviceLock {
  const users = new Map<string, Set<Promise<unknown>>>();
  const taken = new Set<string>();
  return {
    shared: async (device, work) => {
      if (taken.has(device)) return err({ code: "busy" });
      const mine = users.get(device) ?? new Set();
      users.set(device, mine);
      const working = work();
      mine.add(working);
      try {
        return await working;
      } finally {
        mine.delete(working);
      }
    },
    exclusive: async (device, work) => {
      if (taken.has(device)) return err({ code: "busy" });
      taken.add(device);
      try {
        await Promise.allSettled(users.get(device) ?? []);
        return await work();
      } finally {
        taken.delete(device);
      }
    },
  };
}
