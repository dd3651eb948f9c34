import type { RawVolume } from "../../core/drives/drive-policy.ts";
import { withTimeLimit } from "../lib/time-limit.ts";
import type { Stick } from "../stick/stick.ts";
import { readVolume } from "./read-volume.ts";
import { stickAtRoot } from "./stick-at-root.ts";

/** What a mount point answered: nulls where it cannot. */
export interface ProbeResult {
  readonly volume: RawVolume | null;
  readonly stick: Stick | null;
}

/** Asks a mount point what it is. Null when it is late: then what was known of it holds. */
export type Probe = (path: string) => Promise<ProbeResult | null>;

const ANSWER_MS = 2_000; // a healthy stick answers within a few
export const NO_ANSWER: ProbeResult = { volume: null, stick: null };

/**
 * Asks mount points, at most `ms` milliseconds each. One that hangs is not asked again before it answered: each question
 * holds one of the process's few I/O threads, and a poll would soon have taken them all.
 */
export function createProbe(ms = ANSWER_MS, ask: (path: string) => Promise<ProbeResult> = readMount): Probe {
  const unanswered = new Map<string, Promise<ProbeResult>>();
  return (path) => {
    const answer = unanswered.get(path) ?? ask(path).finally(() => unanswered.delete(path));
    unanswered.set(path, answer);
    return withTimeLimit<ProbeResult | null>(answer, ms, null);
  };
}

async function readMount(path: string): Promise<ProbeResult> {
  const [volume, stick] = await Promise.all([readVolume(path), stickAtRoot(path)]);
  return { volume, stick: stick.ok ? stick.value : null };
}
