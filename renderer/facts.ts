import type { Facts } from "../core/text/action-texts.ts";
import { driveName } from "../core/text/drive-name.ts";
import { shown } from "../core/text/untrusted.ts";
import { carried } from "../core/trip/carrying.ts";
import { chosenIn, openIn } from "../core/trip/chosen-requests.ts";
import { waits } from "../core/trip/retries.ts";
import { hopOf, isFolder, type Step, type Trip } from "../core/trip/trip.ts";
import { clockTime } from "./local-time.ts";

/** What the headline of a step names. */
export function factsOf(trip: Trip): Facts {
  const { step } = trip;
  const assetId = assetIdOfStep(step);
  // A finished hop speaks of its own stick, which may be out by now.
  const drive = "stick" in step ? step.stick : trip.stick?.drive;
  // In the review the first retry is offered as soon as it is due; of results all are waited for.
  const end = waits(trip).at(step.type === "fetch.done" ? -1 : 0);
  return {
    hop: hopOf(step),
    stick: drive ? driveName(drive) : "",
    folder: drive ? isFolder(drive) : false,
    foldersAllowed: trip.policy.allowFolders,
    assetId: assetId === null ? null : shown(assetId),
    ...countsOf(trip),
    until: end === undefined ? "" : clockTime(end),
    systems: carried(trip)?.assetIds.map((id) => id && shown(id)) ?? [],
  };
}

function countsOf(trip: Trip): Pick<Facts, "count" | "kept" | "total"> {
  const { step } = trip;
  switch (step.type) {
    case "fetch.review": {
      const chosen = chosenIn(trip);
      const kept = chosen.filter(({ verdict }) => verdict.type === "saved").length;
      return { count: chosen.length, kept, total: openIn(trip).length };
    }
    case "fetch.running": {
      const { asked } = step;
      return { count: asked.length, kept: asked.filter(({ kept }) => kept).length, total: asked.length };
    }
    case "fetch.done": {
      const keys = step.results.filter(({ outcome }) => outcome === "key").length;
      return { count: keys, kept: 0, total: step.results.length };
    }
    default:
      return { count: 1, kept: 0, total: 1 };
  }
}

function assetIdOfStep(step: Step): string | null {
  if ("confirmed" in step) return step.confirmed.assetId;
  if ("key" in step && step.key?.type === "request") return step.key.assetId;
  return step.type === "request.done" ? step.requested.ticket.assetId : null;
}
