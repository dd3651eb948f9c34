import { assertNever } from "../result.ts";
import { closedSticks } from "./mounting.ts";
import { type DoneStep, isFree } from "./removal.ts";
import { type StickHint, stickHint } from "./stick-hint.ts";
import { usableSticks } from "./sticks.ts";
import type { Trip } from "./trip.ts";
import { whyUnfit } from "./unfit-stick.ts";

/** The one thing that the technician does now: the screen's headline. Each has its words in every language. */
export type NextAction =
  | "choose-computer"
  | "paste-link"
  | "mend-link"
  | "confirm-asset-id"
  | "type-asset-id"
  | "plug-in-stick"
  | "choose-stick"
  | "open-stick" // plugged in, but not mounted, or its file system does not answer
  | "wait-for-stick" // being read
  | "mend-stick"
  | "write-request"
  | "already-there" // the same link is on the stick: no need to write it twice
  | "wait-for-writing"
  | "remove-stick"
  | "wait-for-eject"
  | "go-to-a"
  | "go-to-b"
  | "bring-other-stick" // nothing on this one for this hop
  | "carry-to-a" // nor here: what it holds is to be fetched first
  | "carry-to-b" // nor here: its keys are to be delivered
  | "choose-requests"
  | "fetch"
  | "wait-for-fetch"
  | "read-results"
  | "choose-key"
  | "confirm-key"
  | "wait-for-copy"
  | "upload"
  | "trip-complete";

/** There is always one: no state of the trip leaves the technician without a next step. */
export function nextAction(trip: Trip): NextAction {
  const { step } = trip;
  switch (step.at) {
    case "computer":
      return "choose-computer";
    case "request.link":
      if (step.draft.link === null) return "paste-link";
      if (!step.draft.link.ok) return "mend-link";
      return step.draft.link.value.assetId === null ? "type-asset-id" : "confirm-asset-id";
    case "request.stick":
      if (!trip.stick) return waitForStick(trip);
      if (whyUnfit(trip)) return "mend-stick";
      return trip.problem?.code === "already-requested" ? "already-there" : "write-request";
    case "request.writing":
      return "wait-for-writing";
    case "request.done":
      return removal(step) ?? "go-to-a";
    case "fetch.stick":
    case "deliver.stick":
      return whileLooking(trip);
    case "fetch.review":
      return fetchReview(trip, step.tickets.length);
    case "fetch.running":
      return "wait-for-fetch";
    case "fetch.done":
      if (!step.results.some(({ outcome }) => outcome === "key")) return "read-results";
      return removal(step) ?? "go-to-b";
    case "deliver.review":
      return step.key ? "confirm-key" : "choose-key";
    case "deliver.copying":
      return "wait-for-copy";
    case "deliver.upload":
      return "upload";
    case "deliver.done":
      return removal(step) ?? "trip-complete";
    default:
      return assertNever(step);
  }
}

function waitForStick(trip: Trip): NextAction {
  if (usableSticks(trip).length > 0) return "choose-stick";
  return closedSticks(trip).length > 0 ? "open-stick" : "plug-in-stick";
}

/** What keeps the technician from walking; null when nothing does. */
function removal(step: DoneStep): NextAction | null {
  if (isFree(step)) return null;
  return step.removal.is === "ejecting" ? "wait-for-eject" : "remove-stick";
}

function whileLooking(trip: Trip): NextAction {
  if (!trip.stick) return waitForStick(trip);
  switch (trip.stick.reading.is) {
    case "reading":
      return "wait-for-stick";
    case "failed":
      return "mend-stick";
    case "read":
      return carried(stickHint(trip));
    default:
      return assertNever(trip.stick.reading);
  }
}

/** A stick with nothing for this hop may have its place at the other computer. */
function carried(hint: StickHint | null): NextAction {
  if (hint?.kind === "take-to-a") return "carry-to-a";
  return hint?.kind === "take-to-b" ? "carry-to-b" : "bring-other-stick";
}

function fetchReview(trip: Trip, chosen: number): NextAction {
  if (trip.stick?.drive.readOnly) return "mend-stick";

  return chosen > 0 ? "fetch" : "choose-requests";
}
