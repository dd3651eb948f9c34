import type { ReachDetail, ReachState, ReachStepName } from "../network/reach.ts";
import type { ProblemCode } from "../problem.ts";

/** One language's words about the way to ALAS: a proxy's question, and the check whether ALAS can be reached. */
export interface NetworkTexts {
  readonly signIn: SignInTexts;
  readonly reach: ReachTexts;
}

export interface SignInTexts {
  readonly title: string;
  readonly lead: string;
  readonly proxy: string;
  /** The proxy's own words about itself. */
  readonly realm: string;
  readonly name: string;
  readonly password: string;
  readonly notAccepted: string;
  triesLeft(tries: number): string;
  readonly kept: string;
  /** How the password goes to the proxy (RFC 7617, and the others). */
  readonly way: Readonly<Record<"basic" | "other", string>>;
  readonly signIn: string;
  readonly cancel: string;
}

export interface ReachTexts {
  readonly question: string;
  readonly check: string;
  readonly checkAgain: string;
  readonly checking: string;
  /** Why this cannot count as an activation. */
  readonly costsNothing: string;
  readonly reached: string;
  /** There was an answer, but one that points to another place. */
  readonly elsewhere: string;
  notReached(step: string): string;
  readonly steps: Readonly<Record<ReachStepName, string>>;
  readonly states: Readonly<Record<ReachState, string>>;
  detail(detail: ReachDetail): string;
  /** What to do where nothing has been fetched yet: instead of a remedy that speaks of a fetch. */
  readonly remedies: Readonly<Partial<Record<ProblemCode, string>>>;
}
