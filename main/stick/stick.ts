import type { Outcome } from "../../core/problem.ts";

/** A stick, or a folder that stands for one. Nothing of ours stays open on it: it is only a path and a question. */
export interface Stick {
  /** Absolute path of its root. Never leaves the main process but for show. */
  readonly root: string;
  /** Asks, right before each read and write, whether the same stick is still there: stick-gone or stick-changed if not. */
  check(): Promise<Outcome<void>>;
}
