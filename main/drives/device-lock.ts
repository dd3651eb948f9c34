import type { Outcome } from "../../core/problem.ts";
import { err } from "../../core/result.ts";

type Work<T> = () => Promise<Outcome<T>>;

/**
 * A shared/exclusive lock for each device, with all its volumes and the folders on them. An eject takes it exclusively, so
 * that the app itself never blocks the eject of a stick.
 */
export interface DeviceLock {
  /** Runs work on a device; `busy` while the device is being ejected. */
  withSharedUse<T>(device: string, work: Work<T>): Promise<Outcome<T>>;
  /** Waits for all work on the device to end, and admits no new work meanwhile. */
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
