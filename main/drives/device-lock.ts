import type { Outcome } from "../../core/problem.ts";
import { err } from "../../core/result.ts";

type Work<T> = () => Promise<Outcome<T>>;

/**
 * Keeps an eject and everything else apart: what blocks the eject of a stick must never be this app. By what is ejected as
 * one: the device, with all its volumes and the folders on them.
 */
export interface DeviceLock {
  /** Works with something on a device; `busy` while that is being ejected. */
  withSharedUse<T>(device: string, work: Work<T>): Promise<Outcome<T>>;
  /** Waits until nobody works with anything on the device, and lets nobody begin. */
  withExclusiveUse<T>(device: string, work: Work<T>): Promise<Outcome<T>>;
}

export function createDeviceLock(): DeviceLock {
  const users = new Map<string, Set<Promise<unknown>>>();
  const ejecting = new Set<string>();
  return {
    withSharedUse: async (device, work) => {
      if (ejecting.has(device)) return err({ code: "busy" });
      const deviceUsers = users.get(device) ?? new Set();
      users.set(device, deviceUsers);
      const working = work();
      deviceUsers.add(working);
      try {
        return await working;
      } finally {
        deviceUsers.delete(working);
      }
    },
    withExclusiveUse: async (device, work) => {
      if (ejecting.has(device)) return err({ code: "busy" });
      ejecting.add(device);
      try {
        await Promise.allSettled(users.get(device) ?? []);
        return await work();
      } finally {
        ejecting.delete(device);
      }
    },
  };
}
