import type { StepContext } from "./context.ts";

/** Adds the operator's name to the context, for the records. An empty name changes nothing. */
export function withOperator<C extends StepContext>(context: C, operator: string | null | undefined): C {
  const name = operator?.trim() ?? "";
  return name === "" ? context : { ...context, from: { ...context.from, operator: name } };
}
