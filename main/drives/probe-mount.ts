import type { RawVolume } from "../../core/drives/drive-policy.ts";
import { withTimeLimit } from "../lib/time-limit.ts";
import type { Stick } from "../stick/stick.ts";
import { readVolume } from "./read-volume.ts";
import { stickAtRoot } from "./stick-at-root.ts";

/** What was read from a mount point; null for what could not be read. */
export interface ProbeResult {
  readonly volume: RawVolume | null;
  readonly stick: Stick | null;
}

/** Reads a mount point. Null when it answers late: the caller then keeps its last result. */
export type Probe = (path: string) => Promise<ProbeResult | null>;

const ANSWER_MS = 2_000; // a healthy stick answers within a few milliseconds
export const NO_ANSWER: ProbeResult = { volume: null, stick: null };

/**
 * Creates a probe that waits at most `ms` milliseconds for a mount point. It does not read a hanging mount point again before
 * that answers: each read blocks one of the process's few I/O threads, and polling would soon block them all.
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
