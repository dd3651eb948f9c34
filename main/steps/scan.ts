import type { Outcome } from "../../core/problem.ts";
import { ok } from "../../core/result.ts";
import type { ScanProgress, StickContents } from "../../core/stick/stick-contents.ts";
import { readStick } from "../stick/read-stick.ts";
import type { Stick } from "../stick/stick.ts";
import { earlierFetches } from "./earlier-fetches.ts";
import type { FetchContext } from "./fetch-context.ts";
import { hostsOf } from "./hosts-of.ts";

const TELL_MS = 1_000;

/**
 * What is on a stick, whether it is the one that this computer's last request was written to, and what is known of earlier
 * fetches of each request's system. `onProgress` is told how far a reading is that takes longer than a second.
 */
export async function scanStick(
  stick: Stick,
  context: Pick<FetchContext, "known" | "now" | "policy" | "journal" | "answers">,
  onProgress?: (progress: ScanProgress) => void,
): Promise<Outcome<StickContents>> {
  const { known } = context;
  const now = context.now().getTime();
  const reading = await readStick(stick, hostsOf(context), onProgress && onceASecond(onProgress));
  if (!reading.ok) return reading;
  const { contents } = await earlierFetches(stick, reading.value, context, now);
  const another = (await known?.another(stick, contents, now)) ?? null;
  return ok({ ...contents, ...(another === null ? {} : { another }) });
}

/** Passes on at most one report a second, the first a second after the start. `clock` is monotonic, in ms. */
export function onceASecond<T>(tell: (report: T) => void, clock = () => performance.now()): (report: T) => void {
  let told = clock();
  return (report) => {
    if (clock() - told < TELL_MS) return;
    told = clock();
    tell(report);
  };
}
