import type { Platform } from "../../core/drives/platform.ts";
import type { ProxyQuestion } from "../../core/network/proxy-question.ts";
import type { Problem } from "../../core/problem.ts";
import type { Trip } from "../../core/trip/trip.ts";
import type { Bridge } from "../../preload/index.ts";
import type { Reach } from "../../renderer/use-reach.ts";

/** One state to look at. `clipboard` is what the window would find there. */
export interface GalleryState {
  readonly trip: Trip;
  /** Windows unless another system says it otherwise. */
  readonly platform?: Platform;
  readonly clipboard?: string;
  /** What stands beside the trip. */
  readonly beside?: { readonly question?: ProxyQuestion; readonly reach?: Reach };
  /** Why the site's policy cannot be used: then there is no trip to be seen. */
  readonly policyProblem?: Problem;
  /** What is pressed, once all is drawn: a selector. */
  readonly press?: string;
  /** A file of that many bytes is dropped on the box for the link, once all is drawn. */
  readonly dropped?: number;
  /** What the main process answers, where that matters. */
  readonly bridge?: Partial<Bridge>;
}
