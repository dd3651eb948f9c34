import type { Outcome } from "../../core/problem.ts";
import { ok } from "../../core/result.ts";
import type { ScanProgress, StickContents } from "../../core/stick/stick-contents.ts";
import { readStick } from "../stick/read-stick.ts";
import type { Stick } from "../stick/stick.ts";
import { earlierFetches } from "./earlier-fetches.ts";
import type { FetchContext } from "./fetch-context.ts";
import { hostsOf } from "./hosts-of.ts";

const REPORT_MS = 1_000;

/**
 * Returns the contents of a stick, whether this computer wrote its last request to another stick, and the known earlier
 * fetches of each request's system. Calls `onProgress` once a second when the scan takes longer than that.
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
  const another = (await known?.expectedStick(stick, contents, now)) ?? null;
  return ok({ ...contents, ...(another === null ? {} : { another }) });
}

/** Forwards at most one report per second, the first after one second. `clock` is monotonic, in ms. */
export function onceASecond<T>(forward: (report: T) => void, clock = () => performance.now()): (report: T) => void {
  let last = clock();
  return (report) => {
    if (clock() - last < REPORT_MS) return;
    last = clock();
    forward(report);
  };
}
