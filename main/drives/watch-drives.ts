import { readFile } from "node:fs/promises";
import type { Drive } from "../../core/drives/drive.ts";
import type { Outcome } from "../../core/problem.ts";

/** Gets the drives, or why they cannot be told; what it got before then still holds. */
export type DriveListener = (listed: Outcome<readonly Drive[]>) => void;

/** How often to look (ms): while something is being plugged in, while somebody sees the drives, and while nobody does. */
export interface PollIntervals {
  readonly afterSignal: number;
  readonly visible: number;
  readonly hidden: number;
}
export const POLL_INTERVALS: PollIntervals = { afterSignal: 100, visible: 1_000, hidden: 10_000 };

/** A watch under way. */
export interface DriveWatch {
  /** "visible" at first. */
  setVisibility(visibility: "visible" | "hidden"): void;
  stop(): void;
}

export interface WatchOptions {
  /** Lists all drives: exact, and costs a process on Linux. Never rejects. */
  list(): Promise<Outcome<readonly Drive[]>>;
  /** Changes with the devices and costs nothing; null where there is no such thing. Never rejects. */
  readTables(): Promise<string | null>;
  /** Calls back when a device came or went, until the returned function is called. */
  onSignal(listener: () => void): () => void;
  readonly listener: DriveListener;
  readonly intervals: PollIntervals;
}

const FAST_MS = 5_000; // the mount comes after the device, and a slow stick takes its time
const SETTLING_MS = 2_500; // a label comes after the mount
const SETTLING_RELIST_MS = 400;
const RELIST_MS = 10_000; // room and requests change without any device coming or going

/** Looks until stopped. Tells once at first, then only what is new. */
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
    if (polling || stopped) return; // the look under way is followed by another one soon enough
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

/** Whether a cheap look calls for a listing: always where there is no such look, else after a change and now and then. */
function createListingSchedule() {
  let seen: string | null = null;
  let changedAt = 0;
  let listedAt = 0;
  return (looked: string | null, now: number, fastUntil: number): boolean => {
    const changed = looked === null || looked !== seen;
    seen = looked;
    if (changed) changedAt = now;
    const settling = now - changedAt < SETTLING_MS || now < fastUntil;
    const isListingDue = changed || now - listedAt >= (settling ? SETTLING_RELIST_MS : RELIST_MS);
    if (isListingDue) listedAt = now;
    return isListingDue;
  };
}

/**
 * Something that changes whenever a device or a mount comes or goes, read at next to no cost; null where the system has
 * no such thing, so that each poll must list. Linux: the kernel's own tables of partitions and mounts (proc(5)).
 */
export async function readDeviceTables(): Promise<string | null> {
  if (process.platform !== "linux") return null;
  try {
    const tables = ["/proc/partitions", "/proc/self/mountinfo"].map((path) => readFile(path, "utf8"));
    return (await Promise.all(tables)).join("\n");
  } catch {
    return null; // a system without proc: the listing tells
  }
}
