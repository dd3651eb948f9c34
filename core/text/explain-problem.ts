import type { Problem } from "../problem.ts";
import type { Language } from "../settings.ts";
import type { ProblemText } from "./problem-texts.ts";
import { textsFor } from "./texts-for.ts";

/** A problem as the command line's JSON has it. */
export interface ExplainedProblem {
  readonly message: string;
  readonly remedy: string;
}

/** What is wrong, and what to do next, in a person's language. */
export function explainProblem(language: Language, problem: Problem): ExplainedProblem {
  // The table's type ties each code to its own problem; an index by a union of codes cannot say so, this cast does.
  const explain = textsFor(language).problems[problem.code] as (problem: Problem) => ProblemText;
  const { sentence, remedy } = explain(problem);
  return { message: sentence, remedy };
}
