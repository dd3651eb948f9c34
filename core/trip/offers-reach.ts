import type { Problem } from "../problem.ts";
import { type NextAction, nextAction } from "./next-action.ts";
import type { Trip } from "./trip.ts";

/** Whether a problem arose on the way to ALAS, not at ALAS and not at the stick. */
const isOfTheWay = ({ code }: Problem): boolean => /^(net|tls|proxy|redirect)-/.test(code);

/** What is to be done while ALAS may be asked, now or soon. */
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
 * Whether the check of the way to ALAS stands on the screen: while ALAS may be asked, and after a fetch that the network
 * spoilt. Never at Computer B, which sends nothing.
 */
export function offersReach(trip: Trip): boolean {
  const { computer, stage } = trip;
  if (computer !== "A") return false;
  switch (stage.type) {
    case "fetch.stick":
    case "fetch.review":
      return BEFORE_A_FETCH.includes(nextAction(trip));
    case "fetch.done":
      return stage.results.some((result) => result.outcome === "failed" && isOfTheWay(result.error));
    default:
      return false;
  }
}
