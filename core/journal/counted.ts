import { namesCause } from "../answer/alas-errors.ts";
import type { Problem, ProblemCode } from "../problem.ts";
import type { Counted } from "./fetch-history.ts";

/**
 * Problems after which the request may have reached ALAS, and ALAS did not say that it was not counted. Where DNS, the
 * connection, the proxy or TLS failed, nothing was sent.
 */
const PERHAPS: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "net-reset",
  "net-time-out",
  "net-failed",
  "redirect-refused",
  "redirect-loop",
  "answer-cut-off",
  "answer-compressed",
  "net-not-http",
  "answer-empty",
  "answer-html",
  "answer-json",
  "answer-not-a-key",
  "answer-too-large",
  "fetch-cancelled",
  "unexpected",
]);

/** Whether a fetch that ended with a problem has cost an activation, as far as is known. */
export function countedOf(problem: Problem): Exclude<Counted, "yes"> {
  // 5xx: a gateway gave up, but ALAS may have counted it; 2xx: ALAS processed it. Only 3xx and 4xx reject a request.
  if (problem.code === "http-status") return problem.status >= 300 && problem.status < 500 ? "no" : "perhaps";
  // ALAS itself says that it gave no key; a code without a cause does not tell how far ALAS had come.
  if (problem.code === "alas-refused") return namesCause(problem.alas) ? "no" : "perhaps";
  return PERHAPS.has(problem.code) ? "perhaps" : "no";
}
