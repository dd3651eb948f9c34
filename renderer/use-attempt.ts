import { useState } from "react";
import type { Outcome, Problem } from "../core/problem.ts";
import { settled } from "./settled.ts";

/** Makes the calls of a button, and holds why the last of them failed: nothing that is pressed fails in silence. */
export function useAttempt(): [Problem | null, <T>(call: Promise<Outcome<T>>) => Promise<Outcome<T>>] {
  const [problem, setProblem] = useState<Problem | null>(null);
  const attempt = async <T>(call: Promise<Outcome<T>>): Promise<Outcome<T>> => {
    setProblem(null); // the same problem again is to be heard again
    const outcome = await settled(call);
    if (!outcome.ok) setProblem(outcome.error);
    return outcome;
  };
  return [problem, attempt];
}
