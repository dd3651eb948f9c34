import { newRequests } from "../fetch/open-requests.ts";
import type { AnotherStick, StickRequest } from "../stick/stick-contents.ts";
import { contentsOf, undelivered } from "./chosen-stick.ts";
import type { Trip } from "./trip.ts";

/**
 * Contents of the stick that belong to another step, shown so that the stick does not seem empty. Or: the trip began with
 * another stick.
 */
export type StickHint = ContentsHint | ({ readonly type: "another-stick" } & AnotherStick);

interface ContentsHint {
  readonly type: "take-to-a" | "take-to-b" | "deliver-here";
  /** The asset IDs concerned; null where one is not known. */
  readonly assetIds: readonly (string | null)[];
}

/** Returns the hint for the current stage, or null where the contents fit it. */
export function stickHint(trip: Trip): StickHint | null {
  const contents = contentsOf(trip);
  if (!contents) return null;
  const keys = undelivered(contents);
  const open = newRequests(contents, trip.now);
  switch (trip.stage.type) {
    case "fetch.stick":
    case "fetch.review":
      return hint("take-to-b", keys);
    case "request.link":
      return hint("deliver-here", keys) ?? hint("take-to-a", open);
    case "deliver.stick":
      return hint("take-to-a", open) ?? (contents.another ? { type: "another-stick", ...contents.another } : null);
    default:
      return null;
  }
}

function hint(type: ContentsHint["type"], requests: readonly StickRequest[]): ContentsHint | null {
  return requests.length === 0 ? null : { type, assetIds: requests.map(({ assetId }) => assetId) };
}
