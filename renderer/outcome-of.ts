import type { Outcome, Problem } from "../core/problem.ts";
import { err } from "../core/result.ts";

/** Returns a call's outcome. A rejected call, for example when the main process has ended, becomes the problem "unexpected". */
export async function outcomeOf<T>(call: Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await call;
  } catch (reason) {
    const problem: Problem = { code: "unexpected", detail: String(reason) };
    return err(problem);
  }
}
