import type { Outcome, Problem } from "../core/problem.ts";
import { err } from "../core/result.ts";

/** A call that breaks off, as when the main process goes away, is a problem like any other. */
export async function settled<T>(call: Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await call;
  } catch (reason) {
    const problem: Problem = { code: "unexpected", detail: String(reason) };
    return err(problem);
  }
}
