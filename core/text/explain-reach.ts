import type { Problem, ProblemCode } from "../problem.ts";
import type { Language } from "../settings.ts";
import { type ExplainedProblem, explainProblem } from "./explain-problem.ts";
import { screensFor } from "./screens-for.ts";
import type { TextFor } from "./translation.ts";

/** Why ALAS cannot be reached, and what to do: nothing was fetched, so no word of an activation that may have counted. */
export function explainReach(language: Language, problem: Problem): ExplainedProblem {
  const { message, remedy } = explainProblem(language, problem);
  const remedies: Partial<TextFor<ProblemCode>> = screensFor(language).network.reach.remedies;
  return { message, remedy: remedies[problem.code] ?? remedy };
}
