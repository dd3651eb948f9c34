import type { Problem, ProblemCode } from "../problem.ts";
import type { Trip } from "./trip.ts";

// Met while writing, and not mended by trying again: first something about the stick or the computer must change.
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

/** Why the chosen stick cannot be written at all; "unknown" while the system is being asked, null where it can. */
export function stickProblem({ stick, problem }: Trip): Problem | "unknown" | null {
  if (!stick) return null;
  if (stick.reading.type === "failed") return stick.reading.problem;
  if (stick.drive.readOnly) return stick.whyReadOnly ?? "unknown";
  return problem && STAYS.has(problem.code) ? problem : null;
}
