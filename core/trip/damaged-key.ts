import type { Problem, ProblemOf } from "../problem.ts";

/** The key was not what its record says when it was copied: it must not be uploaded, whatever a second look finds. */
export const isKeyDamaged = (problem: Problem | null): problem is ProblemOf<"file-differs" | "file-missing"> =>
  problem?.code === "file-differs" || problem?.code === "file-missing";
