import { NO_MORE_ACTIVATIONS, UNKNOWN_ASSET_ID } from "../answer/alas-errors.ts";
import type { FetchHistory, PastFetch, Retry } from "./fetch-history.ts";
import type { FetchedSystem, KnownFetches } from "./known-fetches.ts";

/** A licence can be activated three times as a rule [S]. */
const ACTIVATIONS = 3;
/** The wait after 2.1 (ms) before the one useful retry [S]. */
export const RETRY_WAIT_MS = 15 * 60_000;

/**
 * Returns what is known of the earlier fetches of a system. `now` (ms since 1970) and the times in this computer's record
 * come from the same clock, the only one that decides; it may have been set meanwhile.
 */
export function fetchHistoryOf(
  system: FetchedSystem,
  known: KnownFetches,
  now: number,
): Omit<FetchHistory, "storedAt" | "neverSent"> {
  const fetches = known.of(system).map(({ past }) => past);
  return {
    fetches: fetches.toSorted((a, b) => timeOf(a) - timeOf(b)),
    remaining: remainingAfter(fetches),
    retry: retryAfter(
      fetches.filter(({ knownFrom }) => knownFrom === "this-computer"),
      now,
    ),
  };
}

/** The stick's data is not trusted: an invalid time comes first. */
const timeOf = ({ at }: PastFetch): number => Date.parse(at) || 0;

/** After 3.5 none is left, until a key came all the same: then the representative had raised the limit. */
function remainingAfter(fetches: readonly PastFetch[]): number {
  const spoken = fetches.filter(({ outcome }) => outcome === "key" || outcome === "refused");
  if (spoken.at(-1)?.alas === NO_MORE_ACTIVATIONS) return 0;
  return Math.max(0, ACTIVATIONS - fetches.filter(({ counted }) => counted === "yes").length);
}

/** `recorded`: in the order in which they were made, whatever the clock said. A fetch without an answer from ALAS changes nothing. */
function retryAfter(recorded: readonly PastFetch[], now: number): Retry | null {
  let refusedAt: number | null = null;
  let spent = false;
  for (const { outcome, alas, at } of recorded) {
    if (outcome === "cut-off" || outcome === "failed") continue;
    if (alas !== UNKNOWN_ASSET_ID) {
      refusedAt = null;
      spent = false;
      continue;
    }
    const time = Date.parse(at);
    // A fetch before the wait was over is not the retry: the wait starts again.
    spent ||= refusedAt !== null && time - refusedAt >= RETRY_WAIT_MS;
    refusedAt = time;
  }
  if (refusedAt === null) return null;
  // A clock that was set back must not lengthen the wait.
  return spent ? { type: "spent" } : { type: "after", at: Math.min(refusedAt, now) + RETRY_WAIT_MS };
}
