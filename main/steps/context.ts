import type { SitePolicy } from "../../core/policy/site-policy.ts";
import type { Problem } from "../../core/problem.ts";
import type { KnownSticks } from "../home/known-sticks.ts";
import type { Stick } from "../stick/stick.ts";

/** What a step needs from the world besides the stick. Passed in, so that a step can be tested without it. */
export interface StepContext {
  /**
   * This computer's clock. Its times are written for people; decided by them, and by this computer's own alone, are only
   * the wait after 2.1 and how long a stick is looked for.
   */
  now(): Date;
  /** `length` random bytes from the system's generator. */
  random(length: number): Uint8Array;
  /** The one reason behind a write that failed; what is not about writing comes back as it was. */
  whyUnwritable(stick: Stick, refused: Problem): Promise<Problem>;
  /** Which stick each of this computer's requests went to; absent where nothing is to be remembered. */
  readonly known?: KnownSticks;
  /** The site's rules; absent: none. */
  readonly policy?: SitePolicy;
  /** Who writes: left out of a minimal request. */
  readonly from: { readonly computer?: string; readonly operator?: string; readonly app: string };
}
