import type { SitePolicy } from "../../core/policy/site-policy.ts";
import type { Problem } from "../../core/problem.ts";
import type { KnownSticks } from "../home/known-sticks.ts";
import type { Stick } from "../stick/stick.ts";

/** The services that a step uses besides the stick. They are passed in, so that tests can replace them. */
export interface StepContext {
  /**
   * This computer's clock. Written times are for people. Only two decisions use this clock: the wait after 2.1, and how
   * long a missing stick is searched for.
   */
  now(): Date;
  /** `length` random bytes from the system's generator. */
  random(length: number): Uint8Array;
  /** Returns the cause of a failed write; returns other problems unchanged. */
  whyUnwritable(stick: Stick, refused: Problem): Promise<Problem>;
  /** The stick of each request that this computer wrote; absent when nothing is to be remembered. */
  readonly known?: KnownSticks;
  /** The site's rules; absent without any. */
  readonly policy?: SitePolicy;
  /** The author of records. A minimal request omits it. */
  readonly from: { readonly computer?: string; readonly operator?: string; readonly app: string };
}
