import type { RawVolume } from "../../core/drives/drive-policy.ts";
import { withTimeLimit } from "../lib/time-limit.ts";
import type { Stick } from "../stick/stick.ts";
import { readVolume } from "./read-volume.ts";
import { stickAt } from "./stick-at.ts";

/** What a mount point answered: nulls where it cannot. */
export interface Probed {
  readonly volume: RawVolume | null;
  readonly stick: Stick | null;
}

/** Asks a mount point what it is. Null when it is late: then what was known of it holds. */
export type Probe = (path: string) => Promise<Probed | null>;

const ANSWER_MS = 2_000; // a healthy stick answers within a few
export const NOTHING_KNOWN: Probed = { volume: null, stick: null };

/**
 * Asks mount points, at most `ms` milliseconds each. One that hangs is not asked again before it answered: each question
 * holds one of the process's few I/O threads, and a poll would soon have taken them all.
 */
export function createProbe(ms = ANSWER_MS, ask: (path: string) => Promise<Probed> = askMount): Probe {
  const unanswered = new Map<string, Promise<Probed>>();
  return (path) => {
    const asked = unanswered.get(path) ?? ask(path).finally(() => unanswered.delete(path));
    unanswered.set(path, asked);
    return withTimeLimit<Probed | null>(asked, ms, null);
  };
}

async function askMount(path: string): Promise<Probed> {
  const [volume, stick] = await Promise.all([readVolume(path), stickAt(path)]);
  return { volume, stick: stick.ok ? stick.value : null };
}
