import type { Problem } from "../problem.ts";
import type { Language } from "../settings.ts";
import { type ExplainedProblem, explainProblem } from "./explain-problem.ts";
import { screensFor } from "./screens-for.ts";

/** Why ALAS cannot be reached, and what to do: nothing was fetched, so no word of an activation that may have counted. */
export function explainReach(language: Language, problem: Problem): ExplainedProblem {
  const { message, remedy } = explainProblem(language, problem);
  return { message, remedy: screensFor(language).network.reach.remedies[problem.code] ?? remedy };
}
