import type { Outcome } from "../../core/problem.ts";

/** A stick, or a folder used like one. Holds nothing open on it. */
export interface Stick {
  /** Absolute path of its root. Leaves the main process for display only. */
  readonly root: string;
  /** Checks that the same stick is still there: else stick-gone or stick-changed. Called right before reads and writes. */
  check(): Promise<Outcome<void>>;
}
