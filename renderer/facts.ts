import { driveName } from "../core/text/drive-name.ts";
import type { Facts } from "../core/text/screen-texts.ts";
import { hopOf, isFolder, type Step, type Trip } from "../core/trip/trip.ts";

/** What the headline of a step names. */
export function factsOf(trip: Trip): Facts {
  const { step } = trip;
  // A finished hop speaks of its own stick, which may be out by now.
  const drive = "stick" in step ? step.stick : trip.stick?.drive;
  return {
    hop: hopOf(step),
    stick: drive ? driveName(drive) : "",
    folder: drive ? isFolder(drive) : false,
    assetId: assetIdOfStep(step),
    count: step.at === "fetch.review" ? step.tickets.length : 1,
  };
}

function assetIdOfStep(step: Step): string | null {
  if ("confirmed" in step) return step.confirmed.assetId;
  if ("key" in step && step.key?.from === "request") return step.key.assetId;
  return step.at === "request.done" ? step.requested.ticket.assetId : null;
}
