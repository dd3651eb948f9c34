import type { Problem } from "../problem.ts";
import type { Trip } from "./trip.ts";

/** Whether a problem arose on the way to ALAS, not at ALAS and not at the stick. */
const isOfTheWay = ({ code }: Problem): boolean => /^(net|tls|proxy|redirect)-/.test(code);

/**
 * Whether the check of the way to ALAS stands on the screen: before a fetch, and after one that the network spoilt. Never
 * at Computer B, which sends nothing.
 */
export function offersReach({ computer, step }: Trip): boolean {
  if (computer !== "A") return false;
  switch (step.at) {
    case "fetch.stick":
    case "fetch.review":
      return true;
    case "fetch.done":
      return step.results.some((result) => result.outcome === "failed" && isOfTheWay(result.error));
    default:
      return false;
  }
}
