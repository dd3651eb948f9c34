import { needsHelp, waitingRequests } from "../fetch/open-requests.ts";
import { assertNever } from "../result.ts";
import { type CarryReason, carryReasons } from "./carry-reason.ts";
import { carryReason } from "./carrying.ts";
import { chosenIn, openIn } from "./chosen-requests.ts";
import { contentsOf, usableSticks } from "./chosen-stick.ts";
import { closedSticks } from "./mounting.ts";
import { type DoneStage, isFree } from "./removal.ts";
import { helpAfter, waits } from "./retries.ts";
import { stickProblem } from "./stick-problem.ts";
import { isFolder, type KeyChoice, type Stage, type Trip } from "./trip.ts";

/** What the technician does now: the screen's headline. */
export type NextAction =
  | CarryReason
  | "choose-computer"
  | "paste-link"
  | "mend-link"
  | "choose-link" // several were pasted
  | "confirm-asset-id"
  | "type-asset-id"
  | "plug-in-stick"
  | "choose-stick"
  | "open-stick" // plugged in, but not mounted, or its file system does not answer
  | "wait-for-stick" // being read
  | "mend-stick"
  | "write-request"
  | "write-again" // the same link is on another stick already
  | "wait-for-writing"
  | "remove-stick"
  | "wait-for-eject"
  | "go-to-a"
  | "go-to-b"
  | "bring-other-stick" // nothing on this one for this step
  | "choose-requests"
  | "fetch"
  | "write-kept" // this computer has the key: ALAS is not contacted
  | "confirm-fetch" // it may cost another activation
  | "wait-for-retry" // refused with 2.1
  | "retry" // the wait is over: once more, if the technician wants it
  | "call-support" // only the service representative can help with the rest
  | "wait-for-fetch"
  | "read-results"
  | "choose-key"
  | "confirm-key"
  | "confirm-origin" // the key names no system to compare
  | "wait-for-copy"
  | "upload"
  | "trip-complete";

type StageAt<At extends Stage["type"]> = Extract<Stage, { readonly type: At }>;

/** Returns the next action. Every state has one. */
export function nextAction(trip: Trip): NextAction {
  const { stage } = trip;
  if (stage.type === "carry") {
    if (isFree(stage)) return carryReasons[stage.why].to === "A" ? "go-to-a" : "go-to-b";
    return stage.removal.type === "ejecting" ? "wait-for-eject" : stage.why;
  }
  return carryReason(trip) ?? actionAt(trip, stage);
}

function actionAt(trip: Trip, stage: Exclude<Stage, { readonly type: "carry" }>): NextAction {
  switch (stage.type) {
    case "computer":
      return "choose-computer";
    case "request.link":
      if (stage.draft.link === null) return "paste-link";
      if (!stage.draft.link.ok) return stage.draft.link.error.code === "url-ambiguous" ? "choose-link" : "mend-link";
      return stage.draft.link.value.assetId === null ? "type-asset-id" : "confirm-asset-id";
    case "request.stick":
      if (!trip.stick) return waitForStick(trip);
      if (stickProblem(trip)) return "mend-stick";
      return trip.problem?.code === "already-requested" ? "write-again" : "write-request";
    case "request.writing":
      return "wait-for-writing";
    case "request.done":
      return removal(stage) ?? "go-to-a";
    case "fetch.stick":
      return whileLooking(trip);
    case "fetch.review":
      return actionInFetchReview(trip, stage);
    case "fetch.running":
      return "wait-for-fetch";
    case "fetch.done":
      if (!stage.results.some(({ outcome }) => outcome === "key")) return withoutKeys(trip, stage);
      return removal(stage) ?? "go-to-b";
    case "deliver.stick":
      return whileLooking(trip);
    case "deliver.review":
      return stage.key ? actionInDeliverReview(stage.key) : "choose-key";
    case "deliver.copying":
      return "wait-for-copy";
    case "deliver.upload":
      return "upload";
    case "deliver.done":
      return removal(stage) ?? "trip-complete";
    default:
      return assertNever(stage);
  }
}

function waitForStick(trip: Trip): NextAction {
  if (usableSticks(trip).length > 0) return "choose-stick";
  return closedSticks(trip).length > 0 ? "open-stick" : "plug-in-stick";
}

/** Returns what the technician must wait for before leaving; null when the stick is out or may be pulled. */
function removal(stage: DoneStage): NextAction | null {
  if (isFree(stage)) return null;
  return stage.removal.type === "ejecting" ? "wait-for-eject" : "remove-stick";
}

function whileLooking(trip: Trip): NextAction {
  if (!trip.stick) return waitForStick(trip);
  switch (trip.stick.reading.type) {
    case "reading":
      return "wait-for-stick";
    case "failed":
      return "mend-stick";
    case "read":
      return "bring-other-stick";
    default:
      return assertNever(trip.stick.reading);
  }
}

const actionInDeliverReview = (key: KeyChoice): NextAction =>
  key.type === "request" && key.assetId !== null ? "confirm-key" : "confirm-origin";

function actionInFetchReview(trip: Trip, { question }: StageAt<"fetch.review">): NextAction {
  if (trip.stick?.drive.readOnly) return "mend-stick";
  if (question) return "confirm-fetch";
  const chosen = chosenIn(trip);
  if (chosen.length === 0) return withoutChoice(trip);
  if (chosen.every(({ verdict }) => verdict.type === "saved")) return "write-kept";
  return chosen.every(({ verdict }) => verdict.reason === "retry-due") ? "retry" : "fetch";
}

function withoutChoice(trip: Trip): NextAction {
  const contents = contentsOf(trip);
  if (!contents) return "wait-for-stick"; // it is being read again
  if (contents.byHand.urls.length > 0 || openIn(trip).some((one) => !needsHelp(one))) return "choose-requests";
  return waitingRequests(contents, trip.now).length > 0 ? "wait-for-retry" : "call-support";
}

/** Names one action only where it helps all requests of the fetch. */
function withoutKeys(trip: Trip, stage: StageAt<"fetch.done">): NextAction {
  if (stage.removal.type === "ejecting") return "wait-for-eject";
  const helps = stage.results.map((result) => helpAfter(trip, result));
  const all = (...wanted: typeof helps) => helps.length > 0 && helps.every((help) => wanted.includes(help));
  if (all("after-15-minutes")) return waits(trip).length > 0 ? "wait-for-retry" : "retry";
  // A folder is never ejected: its results stay on the screen.
  if (all("after-fix")) return isFree(stage) && !isFolder(stage.stick) ? "go-to-b" : "request-again";
  return all("no", "after-fix") ? "call-support" : "read-results";
}
