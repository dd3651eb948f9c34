import { type AlasRetry, findAlasError, UNKNOWN_ASSET_ID } from "../answer/alas-errors.ts";
import { waitingRequests } from "../fetch/open-requests.ts";
import type { Retry } from "../journal/fetch-history.ts";
import { RETRY_WAIT_MS } from "../journal/fetch-history-of.ts";
import type { AlasRefusal } from "../problem.ts";
import type { FetchResult } from "../step-results.ts";
import { contentsOf } from "./chosen-stick.ts";
import { fetchItemOf } from "./fetch-step.ts";
import type { Trip } from "./trip.ts";

/**
 * Returns when a request whose result is shown may be fetched again; null where no wait applies. The record decides if the
 * stick was read since the fetch; otherwise the wait starts at the end of the fetch.
 */
export function retryAfter(trip: Trip, result: FetchResult): Retry | null {
  const { stage } = trip;
  if (stage.type !== "fetch.done" || refusalOf(result)?.alas !== UNKNOWN_ASSET_ID) return null;
  const recorded = contentsOf(trip)?.requests.find(({ id }) => id === result.ticketId)?.history?.retry;
  if (recorded) return recorded;
  return fetchItemOf(stage.items, result.ticketId)?.retried
    ? { type: "spent" }
    : { type: "after", at: stage.endedAt + RETRY_WAIT_MS };
}

/** Whether another fetch can help after a refusal; null after any other result. An unknown code needs the service representative. */
export function helpAfter(trip: Trip, result: FetchResult): AlasRetry | null {
  const refusal = refusalOf(result);
  if (refusal === null) return null;
  if (retryAfter(trip, result)?.type === "spent") return "no";
  return findAlasError(refusal.alas)?.retry ?? "no";
}

const refusalOf = (result: FetchResult): AlasRefusal | null =>
  result.outcome === "refused" && result.error.code === "alas-refused" ? result.error : null;

/** Returns when the waits shown at this stage end (ms since 1970), soonest first, without those that are over. */
export function waits(trip: Trip): readonly number[] {
  const contents = contentsOf(trip);
  const onStick = contents ? waitingRequests(contents, trip.now).map(({ until }) => until) : [];
  const ended = trip.stage.type === "fetch.done" ? trip.stage.results.map((result) => retryAfter(trip, result)) : [];
  const endedAt = ended.flatMap((retry) => (retry?.type === "after" && retry.at > trip.now ? [retry.at] : []));
  return [...onStick, ...endedAt].sort((one, other) => one - other);
}
