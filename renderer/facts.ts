import { driveName } from "../core/text/drive-name.ts";
import type { Facts } from "../core/text/screen-texts.ts";
import { waits } from "../core/trip/retries.ts";
import { hopOf, isFolder, type Step, type Trip } from "../core/trip/trip.ts";
import { clockTime } from "./local-time.ts";

/** What the headline of a step names. */
export function factsOf(trip: Trip): Facts {
  const { step } = trip;
  // A finished hop speaks of its own stick, which may be out by now.
  const drive = "stick" in step ? step.stick : trip.stick?.drive;
  // In the review the first retry is offered as soon as it is due; of results all are waited for.
  const end = waits(trip).at(step.at === "fetch.done" ? -1 : 0);
  return {
    hop: hopOf(step),
    stick: drive ? driveName(drive) : "",
    folder: drive ? isFolder(drive) : false,
    foldersAllowed: trip.policy.allowFolders,
    assetId: assetIdOfStep(step),
    count: step.at === "fetch.review" ? step.tickets.length : 1,
    kept: step.at === "fetch.running" && step.asked.every(({ kept }) => kept),
    until: end === undefined ? "" : clockTime(end),
  };
}

function assetIdOfStep(step: Step): string | null {
  if ("confirmed" in step) return step.confirmed.assetId;
  if ("key" in step && step.key?.from === "request") return step.key.assetId;
  return step.at === "request.done" ? step.requested.ticket.assetId : null;
}
