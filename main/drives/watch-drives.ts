import { readFile } from "node:fs/promises";
import type { Drive } from "../../core/drives/drive.ts";
import type { Outcome } from "../../core/problem.ts";

/** Gets the drives, or the problem; the drives it got before then stay valid. */
export type DriveListener = (listed: Outcome<readonly Drive[]>) => void;

/** Time between polls (ms): after a device signal, while the window is visible, and while it is hidden. */
export interface PollIntervals {
  readonly afterSignal: number;
  readonly visible: number;
  readonly hidden: number;
}
export const POLL_INTERVALS: PollIntervals = { afterSignal: 100, visible: 1_000, hidden: 10_000 };

export interface DriveWatch {
  /** "visible" at first. */
  setVisibility(visibility: "visible" | "hidden"): void;
  stop(): void;
}

export interface WatchOptions {
  /** Lists all drives; costs a process on Linux. Never rejects. */
  list(): Promise<Outcome<readonly Drive[]>>;
  /** Returns a text that changes with the devices, at next to no cost; null where the system has none. Never rejects. */
  readTables(): Promise<string | null>;
  /** Calls back when a device was added or removed, until the returned function is called. */
  onSignal(listener: () => void): () => void;
  readonly listener: DriveListener;
  readonly intervals: PollIntervals;
}

const FAST_MS = 5_000; // the mount follows the device, and later on a slow stick
const SETTLING_MS = 2_500; // the label follows the mount
const SETTLING_RELIST_MS = 400;
const RELIST_MS = 10_000; // free space and requests change without a device change

/** Polls until stopped. Reports the first listing, then only changes. */
export function watchDrives({ list, readTables, onSignal, listener, intervals }: WatchOptions): DriveWatch {
  const isListingDue = createListingSchedule();
  let visibility: "visible" | "hidden" = "visible";
  let fastUntil = 0;
  let timer: NodeJS.Timeout | undefined;
  let polling = false;
  let stopped = false;
  let lastReported = "";

  const poll = async (): Promise<void> => {
    timer = undefined;
    polling = true;
    if (isListingDue(await readTables(), performance.now(), fastUntil)) {
      const listed = await list();
      const text = JSON.stringify(listed);
      if (!stopped && text !== lastReported) {
        lastReported = text;
        listener(listed);
      }
    }
    polling = false;
    if (!stopped)
      timer = setTimeout(
        () => void poll(),
        performance.now() < fastUntil ? intervals.afterSignal : intervals[visibility],
      );
  };
  const pollNow = (): void => {
    if (polling || stopped) return; // the next poll follows soon enough
    clearTimeout(timer);
    void poll();
  };
  const stopSignals = onSignal(() => {
    fastUntil = performance.now() + FAST_MS;
    pollNow();
  });
  pollNow();

  return {
    setVisibility: (wanted) => {
      const shownAgain = visibility === "hidden" && wanted === "visible";
      visibility = wanted;
      if (shownAgain) pollNow();
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      stopSignals();
    },
  };
}

/** Decides whether a poll must list: always without tables, else after a change and at regular intervals. */
function createListingSchedule() {
  let lastTables: string | null = null;
  let changedAt = 0;
  let listedAt = 0;
  return (tables: string | null, now: number, fastUntil: number): boolean => {
    const changed = tables === null || tables !== lastTables;
    lastTables = tables;
    if (changed) changedAt = now;
    const settling = now - changedAt < SETTLING_MS || now < fastUntil;
    const isListingDue = changed || now - listedAt >= (settling ? SETTLING_RELIST_MS : RELIST_MS);
    if (isListingDue) listedAt = now;
    return isListingDue;
  };
}

/**
 * Returns a text that changes whenever a device or mount is added or removed; costs next to nothing. Null where the system
 * has none, so that each poll must list. Linux: the kernel's tables of partitions and mounts (proc(5)).
 */
export async function readDeviceTables(): Promise<string | null> {
  if (process.platform !== "linux") return null;
  try {
    const tables = ["/proc/partitions", "/proc/self/mountinfo"].map((path) => readFile(path, "utf8"));
    return (await Promise.all(tables)).join("\n");
  } catch {
    return null; // a system without /proc
  }
}
