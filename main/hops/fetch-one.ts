import type { FetchResult } from "../../core/hop-results.ts";
import type { FetchBegun } from "../../core/journal/journal-entry.ts";
import type { Outcome, Problem } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { checkOwnFolder } from "../stick/own-folder.ts";
import { type Fetch, notAsked } from "./fetch-context.ts";
import { claimRequest, hasEarlierMark, setFetchMark, undoMark } from "./fetch-mark.ts";
import { begunEntry } from "./fetch-record.ts";
import { takeAnswer } from "./take-answer.ts";

/** One request: the stick proved ready, the fetch recorded, ALAS asked once, and what came taken in. */
export async function fetchOne(fetch: Fetch): Promise<FetchResult> {
  const { stick, places, request, context, signal, tell } = fetch;
  const entry = await begunEntry(stick, request, context);
  const ready = await places.take((count) => fetch.alone(() => prepare(fetch, entry, count)));
  if (!ready.ok) return notAsked(request, await reasonOf(fetch, ready.error));
  try {
    const begun = await record(fetch, entry);
    if (!begun.ok) return notAsked(request, begun.error);
    let sent = false;
    const onPhase = (phase: "asking" | "receiving"): void => {
      sent = true;
      tell(phase);
    };
    // The folder may have been swapped for a link since the marker was written: then the key has nowhere to go.
    const own = await checkOwnFolder(stick, request.folder);
    const options = { onPhase, ...(signal ? { signal } : {}) };
    const answer = own.ok ? await context.ask(request.url.text, options) : own;
    return await takeAnswer({ fetch, begun: begun.value }, answer, sent);
  } finally {
    places.leave();
  }
}

/** The one reason behind what the stick refused. */
const reasonOf = ({ alone, context, stick }: Fetch, problem: Problem): Promise<Problem> =>
  alone(() => context.whyUnwritable(stick, problem));

async function prepare({ signal, stick, request }: Fetch, entry: FetchBegun, count: number): Promise<Outcome<void>> {
  if (signal?.aborted) return err({ code: "fetch-cancelled" });
  if (request.request.state === "requested") return await claimRequest(stick, request.folder, count, entry.fetch);
  // A marker of an earlier fetch that may have counted must not be taken for this one's.
  return await setFetchMark(stick, request.folder, count, hasEarlierMark(request) ? null : entry.fetch);
}

/** Without its record this computer would not know of the fetch ever after: then it is not made. */
async function record(fetch: Fetch, entry: FetchBegun): Promise<Outcome<FetchBegun>> {
  const { context, signal } = fetch;
  const recorded = signal?.aborted ? err({ code: "fetch-cancelled" } as const) : await context.journal.append(entry);
  if (recorded.ok) return ok(entry);
  await undoMark(fetch);
  return recorded;
}
