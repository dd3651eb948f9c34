import type { FetchBegun } from "../../core/journal/journal-entry.ts";
import type { Outcome, Problem } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import type { FetchResult } from "../../core/step-results.ts";
import { checkOwnFolder } from "../stick/own-folder.ts";
import { type FetchJob, notFetched } from "./fetch-context.ts";
import { claimRequest, hasEarlierMarker, removeFetchMarker, writeFetchMarker } from "./fetch-marker.ts";
import { begunEntry } from "./fetch-record.ts";
import { processAnswer } from "./process-answer.ts";

/** Fetches one request: verifies that the stick is ready, records the fetch, contacts ALAS once and processes the answer. */
export async function fetchOne(fetch: FetchJob): Promise<FetchResult> {
  const { stick, reservations, request, context, signal, reportPhase } = fetch;
  const entry = await begunEntry(stick, request, context);
  const ready = await reservations.reserve((count) => fetch.stickMutex(() => prepare(fetch, entry, count)));
  if (!ready.ok) return notFetched(request, await reasonOf(fetch, ready.error));
  try {
    const begun = await record(fetch, entry);
    if (!begun.ok) return notFetched(request, begun.error);
    let sent = false;
    const onPhase = (phase: "asking" | "receiving"): void => {
      sent = true;
      reportPhase(phase);
    };
    // The folder may have been swapped for a link since the marker was written: then the key could not be written.
    const own = await checkOwnFolder(stick, request.folder);
    const options = { onPhase, ...(signal ? { signal } : {}) };
    const answer = own.ok ? await context.ask(request.url.text, options) : own;
    return await processAnswer({ fetch, begun: begun.value }, answer, sent);
  } finally {
    reservations.release();
  }
}

/** Finds the reason why the stick could not be written. */
const reasonOf = ({ stickMutex, context, stick }: FetchJob, problem: Problem): Promise<Problem> =>
  stickMutex(() => context.whyUnwritable(stick, problem));

async function prepare({ signal, stick, request }: FetchJob, entry: FetchBegun, count: number): Promise<Outcome<void>> {
  if (signal?.aborted) return err({ code: "fetch-cancelled" });
  if (request.request.state === "requested") return await claimRequest(stick, request.folder, count, entry.fetch);
  // The marker of an earlier fetch that may have counted must not name this fetch.
  return await writeFetchMarker(stick, request.folder, count, hasEarlierMarker(request) ? null : entry.fetch);
}

/** Records the fetch. When that fails, the fetch is not made: this computer would never know about it. */
async function record(fetch: FetchJob, entry: FetchBegun): Promise<Outcome<FetchBegun>> {
  const { context, signal } = fetch;
  const recorded = signal?.aborted ? err({ code: "fetch-cancelled" } as const) : await context.journal.append(entry);
  if (recorded.ok) return ok(entry);
  await removeFetchMarker(fetch);
  return recorded;
}
