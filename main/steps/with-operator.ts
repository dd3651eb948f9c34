import type { StepContext } from "./context.ts";

/** The same context, its records naming who is at work; as it is where nobody is named. */
export function withOperator<C extends StepContext>(context: C, operator: string | null | undefined): C {
  const name = operator?.trim() ?? "";
  return name === "" ? context : { ...context, from: { ...context.from, operator: name } };
}
