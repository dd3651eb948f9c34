import type { DriveId } from "../drives/drive.ts";
import type { Outcome } from "../problem.ts";
import { carried } from "./carrying.ts";
import { firstStages, isFolder, type Next, type Removal, type Stage, type Trip } from "./trip.ts";

/** A stage at which the stick must come out. */
export type DoneStage = Extract<Stage, { readonly removal: Removal }>;

/** Returns the stage if the stick must come out at it, or null. */
export const asDone = (stage: Stage): DoneStage | null => ("removal" in stage ? stage : null);

/** Whether the technician may leave: the stick is out or may be pulled, or a folder is used. */
export const isFree = ({ removal, stick }: DoneStage): boolean =>
  removal.type === "safe" || removal.type === "away" || isFolder(stick);

/** Whether the stick is being ejected: nothing else may use it meanwhile. */
export const isEjecting = (stage: Stage): boolean => asDone(stage)?.removal.type === "ejecting";

/** Ejects the stick at the end of a step, or one that only has to go to the other computer. A refused eject can be retried. */
export function ejectWanted(before: Trip): Next {
  const trip = carrying(before);
  const stage = asDone(trip.stage);
  const may = stage && (stage.removal.type === "in" || stage.removal.type === "refused") && !isFolder(stage.stick);
  if (!may || trip.stick?.drive.id !== stage.stick.id) return [trip, []];
  return [
    { ...trip, stage: { ...stage, removal: { type: "ejecting" } }, problem: null },
    [{ type: "eject", stick: stage.stick.id }],
  ];
}

/** Only a confirmation by the system makes the stick `safe`. A refused eject leaves the verified files intact. */
export function ejectEnded(trip: Trip, id: DriveId, outcome: Outcome<null>): Next {
  const stage = asDone(trip.stage);
  if (stage?.removal.type !== "ejecting" || stage.stick.id !== id) return [trip, []];
  const listed = trip.drives.some((drive) => drive.id === id && drive.usable); // the list may lag behind
  if (outcome.ok) return [out(trip, stage, { type: "safe" }, listed ? id : null), []];
  const gone = trip.stick === null || outcome.error.code === "stick-gone";
  if (gone) return [out(trip, stage, { type: "away" }, listed ? id : null), []];
  return [{ ...trip, stage: { ...stage, removal: { type: "refused", problem: outcome.error } } }, []];
}

const out = (trip: Trip, stage: DoneStage, removal: Removal, ejected: DriveId | null): Trip => ({
  ...trip,
  stick: null,
  ejected,
  stage: { ...stage, removal },
});

/**
 * Removes the chosen stick, which is gone, from the state; work in progress stays. A stick that only had to go to the
 * other computer raises no problem.
 */
export function stickLeft(before: Trip): Trip {
  const trip = carrying(before);
  const stage = stageWithoutStick(trip.stage);
  const missed = stage.type === "fetch.stick" || stage.type === "deliver.stick" || stage.type === "request.stick";
  return { ...trip, stick: null, stage, problem: missed ? { code: "stick-gone" } : trip.problem };
}

/** Returns the stage after its stick has gone or another one is chosen. */
export function stageWithoutStick(stage: Stage): Stage {
  const done = asDone(stage);
  return done ? { ...done, removal: seenGone(done.removal) } : beforeReview(stage);
}

/** Leaves a review, which needs the contents of the stick, for the start of its step. */
export const beforeReview = (stage: Stage): Stage =>
  stage.type === "fetch.review" ? firstStages.fetch : stage.type === "deliver.review" ? firstStages.deliver : stage;

/** Whether another stick may be chosen: not while a step is at work, nor until the stick of a finished step is out. */
export function mayTake(stage: Stage): boolean {
  const done = asDone(stage);
  if (done) return isFree(done);
  return stage.type !== "request.writing" && stage.type !== "fetch.running" && stage.type !== "deliver.copying";
}

/** A stick that only has to go to the other computer is removed as at the end of a step. A folder is never ejected. */
function carrying(trip: Trip): Trip {
  const stage = carried(trip);
  return stage && !isFolder(stage.stick) ? { ...trip, stage, problem: null } : trip;
}

/** The stick has left the list of drives. During an eject that is expected, and it does not prove that the eject succeeded. */
const seenGone = (removal: Removal): Removal =>
  removal.type === "in" || removal.type === "refused" ? { type: "away" } : removal;
