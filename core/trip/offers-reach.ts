import type { Problem } from "../problem.ts";
import { type NextAction, nextAction } from "./next-action.ts";
import type { Trip } from "./trip.ts";

/** Whether a problem arose in the network, not at ALAS and not at the stick. */
const isNetworkProblem = ({ code }: Problem): boolean => /^(net|tls|proxy|redirect)-/.test(code);

/** The actions during which ALAS may be contacted, now or soon. */
const BEFORE_A_FETCH: readonly NextAction[] = [
  "plug-in-stick",
  "choose-stick",
  "open-stick",
  "bring-other-stick",
  "choose-requests",
  "fetch",
  "confirm-fetch",
  "wait-for-retry",
  "retry",
];

/**
 * Whether the screen offers the check of the connection to ALAS: before a fetch, and after one that failed in the network.
 * Never at Computer B, which sends nothing.
 */
export function offersReach(trip: Trip): boolean {
  const { computer, stage } = trip;
  if (computer !== "A") return false;
  switch (stage.type) {
    case "fetch.stick":
    case "fetch.review":
      return BEFORE_A_FETCH.includes(nextAction(trip));
    case "fetch.done":
      return stage.results.some((result) => result.outcome === "failed" && isNetworkProblem(result.error));
    default:
      return false;
  }
}
