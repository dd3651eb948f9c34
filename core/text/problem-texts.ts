import type { Problem, ProblemCode, ProblemOf } from "../problem.ts";

/** A problem in a person's words: what is wrong and why, and what to do next. */
export interface ProblemText {
  readonly sentence: string;
  readonly remedy: string;
}

/** One language's words for every problem: a code without them does not compile. */
export type ProblemTexts = { readonly [C in ProblemCode]: (problem: ProblemOf<C>) => ProblemText };

/** The words for one group of problems, so that a language's files stay short. */
export type TextsOf<P extends Problem> = { readonly [C in P["code"]]: (problem: ProblemOf<C>) => ProblemText };

/** Pairs a sentence with its remedy. */
export const say = (sentence: string, remedy: string): ProblemText => ({ sentence, remedy });
