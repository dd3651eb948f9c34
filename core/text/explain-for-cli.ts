import type { Problem, ProblemCode } from "../problem.ts";
import type { Language } from "../settings.ts";
import { type ExplainedProblem, explainProblem } from "./explain-problem.ts";
import { textsFor } from "./texts-for.ts";
import type { TextFor } from "./translation.ts";

/** A problem as the command line tells it: there a remedy is a command or an option, in the window a field or a button. */
export function explainForCli(language: Language, problem: Problem): ExplainedProblem {
  const { message, remedy } = explainProblem(language, problem);
  const remedies: Partial<TextFor<ProblemCode>> = textsFor(language).cli.remedies;
  return { message, remedy: remedies[problem.code] ?? remedy };
}
