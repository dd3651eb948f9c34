import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";

/** Asks the system for its devices, as drivelist tells them. Rejects when the system cannot say. */
export type ListDevices = () => Promise<readonly unknown[]>;

/**
 * Loads drivelist, which is native, only when drives are asked for: where it does not load, the app still works with a
 * chosen folder. On Linux it asks `lsblk`, which each desktop has.
 */
export async function loadDrivelist(): Promise<Outcome<ListDevices>> {
  try {
    const { list } = await import("drivelist");
    return ok(list);
  } catch (error) {
    return err({ code: "drives-unavailable", detail: error instanceof Error ? error.message : String(error) });
  }
}
