import type { Outcome } from "../../core/problem.ts";

/** A stick, or a folder used like one. Holds nothing open on it. */
export interface Stick {
  /** Absolute path of its root. Never leaves the main process but for show. */
  readonly root: string;
  /** Checks that the same stick is still there, right before each read and write: else stick-gone or stick-changed. */
  check(): Promise<Outcome<void>>;
}
