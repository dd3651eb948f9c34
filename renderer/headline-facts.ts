import type { Facts } from "../core/text/action-texts.ts";
import { driveName } from "../core/text/drive-name.ts";
import { shown } from "../core/text/untrusted.ts";
import { carried } from "../core/trip/carrying.ts";
import { chosenIn, openIn } from "../core/trip/chosen-requests.ts";
import { waits } from "../core/trip/retries.ts";
import { isFolder, type Stage, stepOf, type Trip } from "../core/trip/trip.ts";
import { clockTime } from "./local-time.ts";

/** Returns the values that the headline and its sentence insert. */
export function headlineFacts(trip: Trip): Facts {
  const { stage } = trip;
  const assetId = assetIdOfStep(stage);
  // A finished step names its own stick, which may be unplugged by now.
  const drive = "stick" in stage ? stage.stick : trip.stick?.drive;
  // The review offers the first retry as soon as it is due. The results wait for the last one.
  const waitEnd = waits(trip).at(stage.type === "fetch.done" ? -1 : 0);
  return {
    step: stepOf(stage),
    stick: drive ? driveName(drive) : "",
    folder: drive ? isFolder(drive) : false,
    foldersAllowed: trip.policy.allowFolders,
    assetId: assetId === null ? null : shown(assetId),
    ...countsOf(trip),
    until: waitEnd === undefined ? "" : clockTime(waitEnd),
    systems: carried(trip)?.assetIds.map((id) => id && shown(id)) ?? [],
  };
}

function countsOf(trip: Trip): Pick<Facts, "count" | "kept" | "total"> {
  const { stage } = trip;
  switch (stage.type) {
    case "fetch.review": {
      const chosen = chosenIn(trip);
      const kept = chosen.filter(({ verdict }) => verdict.type === "saved").length;
      return { count: chosen.length, kept, total: openIn(trip).length };
    }
    case "fetch.running": {
      const { items } = stage;
      return { count: items.length, kept: items.filter(({ saved: kept }) => kept).length, total: items.length };
    }
    case "fetch.done": {
      const keys = stage.results.filter(({ outcome }) => outcome === "key").length;
      return { count: keys, kept: 0, total: stage.results.length };
    }
    default:
      return { count: 1, kept: 0, total: 1 };
  }
}

function assetIdOfStep(stage: Stage): string | null {
  if ("confirmed" in stage) return stage.confirmed.assetId;
  if ("key" in stage && stage.key?.type === "request") return stage.key.assetId;
  return stage.type === "request.done" ? stage.requested.ticket.assetId : null;
}
