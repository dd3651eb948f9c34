import type { LimitFunction } from "p-limit";
import type { FetchProgress, FetchResult, NoticeCode } from "../../core/hop-results.ts";
import type { FetchBegun } from "../../core/journal/journal-entry.ts";
import type { Outcome, Problem } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { checkOwnFolder } from "../stick/own-folder.ts";
import type { OpenRequest } from "../stick/read-stick.ts";
import type { Stick } from "../stick/stick.ts";
import type { FetchContext } from "./fetch.ts";
import { claimRequest, setFetchMark, undoMark } from "./fetch-mark.ts";
import { begunEntry } from "./fetch-record.ts";
import type { Places } from "./places.ts";
import { takeAnswer } from "./take-answer.ts";
import type { WatchKeys } from "./watch-keys.ts";

/** What one fetch works with. The stick is shared by all that are under way. */
export interface Fetch {
  readonly stick: Stick;
  readonly request: OpenRequest;
  readonly context: FetchContext;
  /** Writing to the stick, one after the other. */
  readonly alone: LimitFunction;
  readonly places: Places;
  /** What speaks against a key, by all that came before it. */
  readonly doubts: WatchKeys;
  /** What is worth a word about this fetch whatever comes. */
  readonly notices: readonly NoticeCode[];
  readonly signal: AbortSignal | undefined;
  readonly tell: (phase: FetchProgress["phase"]) => void;
}

/** One request: the stick proved ready, the fetch recorded, ALAS asked once, and what came taken in. */
export async function fetchOne(fetch: Fetch): Promise<FetchResult> {
  const { stick, places, request, context, signal, tell } = fetch;
  const ready = await places.take((count) => fetch.alone(() => prepare(fetch, count)));
  if (!ready.ok) return notAsked(request, await reasonOf(fetch, ready.error));
  try {
    const begun = await record(fetch);
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

type FailedFetch = Extract<FetchResult, { outcome: "refused" | "failed" }>;

/** Nothing was sent, so nothing was used up. */
export const notAsked = (request: OpenRequest, error: Problem): FailedFetch => ({
  ticketId: request.ticket.id,
  outcome: "failed",
  error,
  verified: false,
});

/** The one reason behind what the stick refused. */
const reasonOf = ({ alone, context, stick }: Fetch, problem: Problem): Promise<Problem> =>
  alone(() => context.whyUnwritable(stick, problem));

async function prepare({ signal, stick, request }: Fetch, count: number): Promise<Outcome<void>> {
  if (signal?.aborted) return err({ code: "fetch-cancelled" });
  const begin = request.request.state === "requested" ? claimRequest : setFetchMark;
  return await begin(stick, request.folder, count);
}

/** Without its record this computer would not know of the fetch ever after: then it is not made. */
async function record(fetch: Fetch): Promise<Outcome<FetchBegun>> {
  const { stick, request, context, signal } = fetch;
  const entry = await begunEntry(stick, request, context);
  const recorded = signal?.aborted ? err({ code: "fetch-cancelled" } as const) : await context.journal.append(entry);
  if (recorded.ok) return ok(entry);
  await undoMark(fetch);
  return recorded;
}
