import type { LimitFunction } from "p-limit";
import type { StickIdentity } from "../../core/drives/stick-identity.ts";
import type { Outcome, Problem } from "../../core/problem.ts";
import type { FetchProgress, FetchResult, NoticeCode } from "../../core/step-results.ts";
import type { FetchOptions, RawAnswer } from "../alas/fetch-answer.ts";
import type { AnswerStore } from "../journal/answer-store.ts";
import type { FetchLocks } from "../journal/fetch-locks.ts";
import type { Journal } from "../journal/journal.ts";
import type { OpenRequest } from "../stick/read-stick.ts";
import type { Stick } from "../stick/stick.ts";
import type { CompareKey } from "./compare-keys.ts";
import type { StepContext } from "./context.ts";
import type { Reservations } from "./reservations.ts";

/** What step 2 needs of the world besides. */
export interface FetchContext extends StepContext {
  /** Asks ALAS once. */
  ask(url: string, options: FetchOptions): Promise<Outcome<RawAnswer>>;
  /** This computer's record of fetches. */
  readonly journal: Journal;
  /** What ALAS sent to this computer. */
  readonly answers: AnswerStore;
  /** Keeps this computer's other programs from the stick's requests meanwhile. */
  readonly locks: FetchLocks;
  /** What tells the stick from others, for the record; absent where nothing does. */
  identify?(stick: Stick): Promise<StickIdentity | null>;
}

/** What one fetch works with. The stick is shared by all that are under way. */
export interface FetchJob {
  readonly stick: Stick;
  readonly request: OpenRequest;
  readonly context: FetchContext;
  /** Writing to the stick, one after the other. */
  readonly stickMutex: LimitFunction;
  readonly reservations: Reservations;
  /** What speaks against a key, by all that came before it. */
  readonly compareKey: CompareKey;
  /** What is worth a word about this fetch whatever comes. */
  readonly notices: readonly NoticeCode[];
  readonly signal: AbortSignal | undefined;
  readonly reportPhase: (phase: FetchProgress["phase"]) => void;
}

type FailedFetch = Extract<FetchResult, { outcome: "refused" | "failed" }>;

/** Nothing was sent, so nothing was used up. */
export const notFetched = (request: OpenRequest, error: Problem): FailedFetch => ({
  ticketId: request.ticket.id,
  outcome: "failed",
  error,
  verified: false,
});
