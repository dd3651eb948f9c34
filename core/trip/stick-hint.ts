import type { StickRequest } from "../stick-contents.ts";
import { contentsOf, deliverable, fetchable } from "./sticks.ts";
import type { Trip } from "./trip.ts";

/** What lies on the stick but belongs to another hop: said, so that nobody thinks that the stick is empty. */
export interface StickHint {
  readonly kind: "take-to-a" | "take-to-b" | "deliver-here";
  /** The asset IDs concerned; null where one is not known. */
  readonly assetIds: readonly (string | null)[];
}

/** The hint for the step in hand, or null where the contents fit it. */
export function stickHint(trip: Trip): StickHint | null {
  const contents = contentsOf(trip);
  if (!contents) return null;
  const keys = deliverable(contents).filter(({ state }) => state === "answered");
  const open = fetchable(contents);
  switch (trip.step.at) {
    case "fetch.stick":
    case "fetch.review":
      return hint("take-to-b", keys);
    case "request.link":
      return hint("deliver-here", keys) ?? hint("take-to-a", open);
    case "deliver.stick":
      return hint("take-to-a", open);
    default:
      return null;
  }
}

function hint(kind: StickHint["kind"], requests: readonly StickRequest[]): StickHint | null {
  return requests.length === 0 ? null : { kind, assetIds: requests.map(({ assetId }) => assetId) };
}
