import type { Platform } from "../../core/drives/platform.ts";
import type { ProxyQuestion } from "../../core/network/proxy-question.ts";
import type { Problem } from "../../core/problem.ts";
import type { Trip } from "../../core/trip/trip.ts";
import type { Bridge } from "../../preload/index.ts";
import type { Reach } from "../../renderer/use-reach.ts";

/** One state of the window. */
export interface GalleryState {
  readonly trip: Trip;
  /** Windows by default. */
  readonly platform?: Platform;
  /** The link in the clipboard. */
  readonly clipboard?: string;
  /** The network state, which is not part of the trip. */
  readonly network?: { readonly question?: ProxyQuestion; readonly reach?: Reach };
  /** Why the site policy is unusable. Replaces the trip. */
  readonly policyProblem?: Problem;
  /** The selector of the element to click after the first drawing. */
  readonly press?: string;
  /** The size (bytes) of a file to drop on the link field after the first drawing. */
  readonly dropped?: number;
  /** Answers of the main process. */
  readonly bridge?: Partial<Bridge>;
}
