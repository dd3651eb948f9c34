import { useState } from "react";
import type { Outcome, Problem } from "../core/problem.ts";
import { outcomeOf } from "./outcome-of.ts";

/** Runs a button's calls and keeps the problem of the last one, so that no button fails silently. */
export function useAttempt(): [Problem | null, <T>(call: Promise<Outcome<T>>) => Promise<Outcome<T>>] {
  const [problem, setProblem] = useState<Problem | null>(null);
  const attempt = async <T>(call: Promise<Outcome<T>>): Promise<Outcome<T>> => {
    setProblem(null); // a screen reader announces the same problem again only if it is drawn anew
    const outcome = await outcomeOf(call);
    if (!outcome.ok) setProblem(outcome.error);
    return outcome;
  };
  return [problem, attempt];
}
