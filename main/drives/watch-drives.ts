import type { Drive } from "../../core/drive.ts";

export interface Watching {
  /** Lists all drives: exact, and costs a process on Linux. */
  list(): Promise<readonly Drive[]>;
  /** Changes with the devices and costs nothing; null where there is no such thing. */
  look(): Promise<string | null>;
  tell(drives: readonly Drive[]): void;
  readonly intervalMs: number;
}

const SETTLING_POLLS = 2; // a device's label and mount come a moment after the device
const RELIST_EVERY = 10; // polls: room and requests change without any device coming or going

/** Polls until the returned function is called; tells the drives once at first, then only when they changed. */
export function watchDrives({ list, look, tell, intervalMs }: Watching): () => void {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let seen: string | null = null;
  let quietPolls = 0;
  let told = "";

  const poll = async (): Promise<void> => {
    const looked = await look();
    quietPolls = looked === null || looked !== seen ? 0 : quietPolls + 1;
    seen = looked;
    if (quietPolls <= SETTLING_POLLS || quietPolls % RELIST_EVERY === 0) {
      const drives = await list();
      const text = JSON.stringify(drives);
      if (!stopped && text !== told) {
        told = text;
        tell(drives);
      }
    }
    if (!stopped) timer = setTimeout(() => void poll(), intervalMs);
  };
  void poll(); // neither look nor list rejects

  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
