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

/** The services that step 2 uses in addition. */
export interface FetchContext extends StepContext {
  /** Contacts ALAS once. */
  ask(url: string, options: FetchOptions): Promise<Outcome<RawAnswer>>;
  readonly journal: Journal;
  readonly answers: AnswerStore;
  /** Stops other programs of this computer from fetching for the same stick at the same time. */
  readonly locks: FetchLocks;
  /** Identifies the stick for the journal; absent when that is not possible. */
  identify?(stick: Stick): Promise<StickIdentity | null>;
}

/** One fetch. All running fetches share the stick. */
export interface FetchJob {
  readonly stick: Stick;
  readonly request: OpenRequest;
  readonly context: FetchContext;
  /** Allows one write to the stick at a time. */
  readonly stickMutex: LimitFunction;
  readonly reservations: Reservations;
  /** Compares a key with all earlier ones, and returns warnings. */
  readonly compareKey: CompareKey;
  /** Warnings that apply whatever ALAS answers. */
  readonly notices: readonly NoticeCode[];
  readonly signal: AbortSignal | undefined;
  readonly reportPhase: (phase: FetchProgress["phase"]) => void;
}

type FailedFetch = Extract<FetchResult, { outcome: "refused" | "failed" }>;

/** The result when no request was sent, so no activation was used. */
export const notFetched = (request: OpenRequest, error: Problem): FailedFetch => ({
  ticketId: request.ticket.id,
  outcome: "failed",
  error,
  verified: false,
});
