import { type FetchableRequest, needsHelp, openRequests, waitingRequests } from "../fetch/open-requests.ts";
import { contentsOf } from "./chosen-stick.ts";
import type { Trip } from "./trip.ts";

/** Returns the requests on the chosen stick that can be fetched. */
export function openIn(trip: Trip): readonly FetchableRequest[] {
  const contents = contentsOf(trip);
  return contents ? openRequests(contents, trip.now) : [];
}

/** Returns those of them that are selected. */
export function chosenIn(trip: Trip): readonly FetchableRequest[] {
  if (trip.stage.type !== "fetch.review") return [];
  const chosen = new Set(trip.stage.tickets);
  return openIn(trip).filter(({ request }) => chosen.has(request.id));
}

/** Whether the review has anything that the technician can fetch without help, now or after a wait. */
export function hasChoice(trip: Trip): boolean {
  const contents = contentsOf(trip);
  if (!contents) return false;
  const { urls } = contents.byHand;
  return urls.length + waitingRequests(contents, trip.now).length > 0 || openIn(trip).some((one) => !needsHelp(one));
}
