import { type Drive, type DriveId, isClosed } from "../drives/drive.ts";
import type { Outcome } from "../problem.ts";
import { drivesChanged } from "./sticks.ts";
import type { Next, Trip } from "./trip.ts";

/** Returns the sticks that are plugged in but not mounted. */
export const closedSticks = (trip: Trip): readonly Drive[] => trip.drives.filter(isClosed);

/** Starts to mount a stick, one attempt at a time. */
export function mountWanted(trip: Trip, id: DriveId): Next {
  const underWay = trip.mounting?.problem === null;
  if (underWay || !closedSticks(trip).some((drive) => drive.id === id)) return [trip, []];
  return [{ ...trip, mounting: { drive: id, problem: null } }, [{ type: "mount", stick: id }]];
}

/** Takes the new list of drives, or shows why the stick could not be mounted. */
export function mountEnded(trip: Trip, id: DriveId, outcome: Outcome<readonly Drive[]>): Next {
  if (trip.mounting?.drive !== id) return [trip, []];
  if (!outcome.ok) return [{ ...trip, mounting: { drive: id, problem: outcome.error } }, []];
  return drivesChanged({ ...trip, mounting: null }, outcome.value);
}
