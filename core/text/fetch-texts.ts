import type { FetchProgress } from "../hop-results.ts";
import type { PastFetch } from "../journal/fetch-history.ts";

/** What is known of earlier fetches of a system, and what they leave. */
export interface FetchHistoryTexts {
  readonly title: string;
  outcome(fetch: PastFetch): string;
  readonly counted: Readonly<Record<PastFetch["counted"], string>>;
  readonly knownFrom: Readonly<Record<PastFetch["knownFrom"], string>>;
  older(count: number): string;
  /** The fact's name, and its value. `perhaps`: some fetches may have counted, nobody knows. */
  readonly remaining: string;
  remains(count: number, perhaps: boolean): string;
  kept(when: string): string;
}

/** The wait after 2.1, and what comes after it. Times are of this computer's clock. */
export interface RetryTexts {
  readonly left: string;
  until(time: string): string;
  readonly over: string;
  /** What to do once the wait is over. */
  readonly now: string;
  readonly spent: string;
  readonly mayLeave: string;
  readonly meanwhileTitle: string;
  readonly meanwhile: readonly string[];
  /** Beside keys that were fetched: the walk can wait for these. */
  worthWaiting(count: number, time: string): string;
  worthRetrying(count: number): string;
}

/** The one question before a fetch that may cost an activation more. */
export interface AskTexts {
  title(count: number): string;
  readonly why: string;
  readonly goBack: string;
  leaveOut(count: number): string;
  readonly fetchAnyway: string;
  /** The same where all that is asked about was refused with 3.5. */
  readonly limitRaised: string;
}

/** Hop 2 while it is at work. */
export interface RunningTexts {
  done(done: number, total: number): string;
  keys(count: number): string;
  failures(count: number): string;
  readonly atWork: string;
  readonly all: string;
}

/** What a person at the vendor's asks for. */
export interface SupportTexts {
  readonly heading: string;
  readonly assetId: string;
  readonly ticket: string;
  readonly result: string;
  readonly time: string;
  readonly answer: string;
  readonly earlier: string;
}

/** The system's own box when the window is closed over a fetch. */
export interface ClosingTexts {
  readonly question: string;
  readonly detail: string;
  readonly stay: string;
  readonly close: string;
}

export interface FetchTexts {
  readonly requests: string;
  readonly select: string;
  readonly made: string;
  readonly note: string;
  readonly state: string;
  chosenOf(chosen: number, all: number): string;
  readonly chooseAll: string;
  readonly chooseNone: string;
  readonly ready: string;
  readonly undecided: string;
  /** How many of a long list stand below it, because they need a decision or a wait. */
  below(count: number): string;
  /** Requests that cannot be fetched, folded together. */
  rest(count: number): string;
  readonly history: FetchHistoryTexts;
  readonly retry: RetryTexts;
  readonly ask: AskTexts;
  refusedBefore(code: string): string;
  readonly requestAgain: string;
  readonly economy: string;
  /** The big button: how many keys ALAS is asked for, and how many are only written again. Both may be 0: nothing is chosen. */
  fetch(asked: number, kept: number): string;
  /** Why it does nothing then. */
  readonly nothingChosen: string;
  readonly byHand: string;
  readonly byHandHint: string;
  fetchByHand(file: string): string;
  readonly phases: Readonly<Record<FetchProgress["phase"] | "waiting", string>>;
  readonly progress: string;
  readonly running: RunningTexts;
  readonly cancel: string;
  readonly cancelling: string;
  readonly closing: ClosingTexts;
  readonly results: string;
  summary(keys: number, failed: number): string;
  keysFolded(count: number): string;
  /** Something that is said of some systems: their names, and how many more there are. */
  about(names: readonly string[], more: number, said: string): string;
  /** Some with the very same failure. */
  sameFailure(count: number): string;
  readonly keyFile: string;
  readonly size: string;
  readonly sha256: string;
  readonly fetched: string;
  readonly writtenAgain: string;
  readonly refused: string;
  readonly failed: string;
  readonly counted: Readonly<Record<PastFetch["counted"] | "not-asked", string>>;
  readonly answerKept: string;
  readonly keyKept: string;
  readonly whatItMeans: string;
  readonly whatToDo: string;
  readonly whomToCall: string;
  readonly copyDetails: string;
  /** Beside one of several with the same failure. */
  readonly copyOne: string;
  copyAll(count: number): string;
  readonly copied: string;
  readonly support: SupportTexts;
  readonly lookAgain: string;
  readonly toRetry: string;
}
