import type { RawVolume } from "../../core/drives/drive-policy.ts";
import type { Stick } from "../stick/stick.ts";
import { inTime } from "./in-time.ts";
import { readVolume } from "./read-volume.ts";
import { stickAt } from "./stick-at.ts";

/** What a mount point answered: nulls when it did not. */
interface Probed {
  readonly volume: RawVolume | null;
  readonly stick: Stick | null;
}

export type Probe = (path: string) => Promise<Probed>;

const ANSWER_MS = 2_000; // a healthy stick answers within a few
const NO_ANSWER: Probed = { volume: null, stick: null };

/**
 * Asks mount points what they are, at most `ms` milliseconds each. One that hangs is not asked again before it answered:
 * each question holds one of the process's few I/O threads, and a poll would soon have taken them all.
 */
export function createProbe(ms = ANSWER_MS, ask: Probe = askMount): Probe {
  const unanswered = new Map<string, Promise<Probed>>();
  return (path) => {
    const asked = unanswered.get(path) ?? ask(path).finally(() => unanswered.delete(path));
    unanswered.set(path, asked);
    return inTime(asked, ms, NO_ANSWER);
  };
}

async function askMount(path: string): Promise<Probed> {
  const [volume, stick] = await Promise.all([readVolume(path), stickAt(path)]);
  return { volume, stick: stick.ok ? stick.value : null };
}
