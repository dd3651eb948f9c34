import type { Problem, ProblemCode, ProblemOf } from "../problem.ts";
import type { Trip } from "./trip.ts";

// Problems of a write that a retry cannot solve: something about the stick or the computer must change first.
const STAYS: ReadonlySet<ProblemCode> = new Set([
  "stick-read-only",
  "stick-write-protected",
  "stick-errors-found",
  "stick-ntfs-on-mac",
  "stick-bitlocker-locked",
  "stick-policy",
  "stick-privacy",
  "stick-no-permission",
  "stick-worn-out",
  "stick-name-refused",
]);

/** Returns why the chosen stick cannot be written; "unknown" while the reason is being looked up, null where it can. */
export function stickProblem({ stick, problem }: Trip): Problem | "unknown" | null {
  if (!stick) return null;
  if (stick.reading.type === "failed") return stick.reading.problem;
  if (stick.drive.readOnly) return stick.whyReadOnly ?? "unknown";
  return problem && STAYS.has(problem.code) ? problem : null;
}

/** Whether the copied key differs from its record: it must not be uploaded, even if a rescan finds it intact. */
export const isKeyDamaged = (problem: Problem | null): problem is ProblemOf<"file-differs" | "file-missing"> =>
  problem?.code === "file-differs" || problem?.code === "file-missing";
