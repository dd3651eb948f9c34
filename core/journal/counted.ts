import { namesCause } from "../answer/alas-errors.ts";
import type { Problem, ProblemCode } from "../problem.ts";
import type { Counted } from "./fetch-history.ts";

/**
 * The request had left this computer, or may have, and no word of ALAS's came back that says it was not counted. Where the
 * name, the connection, the proxy or TLS failed, nothing was sent.
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

/** Whether a fetch that ended with a problem has cost an activation, as far as it can be told. */
export function countedOf(problem: Problem): Exclude<Counted, "yes"> {
  // 5xx: a gateway gave up waiting for what ALAS may have done; 2xx: it was done. Only 3xx and 4xx turn a request away.
  if (problem.code === "http-status") return problem.status >= 300 && problem.status < 500 ? "no" : "perhaps";
  // ALAS's own word that it gave no key; a code without a cause says nothing of how far it had come.
  if (problem.code === "alas-refused") return namesCause(problem.alas) ? "no" : "perhaps";
  return PERHAPS.has(problem.code) ? "perhaps" : "no";
}
