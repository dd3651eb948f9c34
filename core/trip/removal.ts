import type { DriveId } from "../drives/drive.ts";
import type { Outcome } from "../problem.ts";
import { carried } from "./carrying.ts";
import { firstStages, isFolder, type Next, type Removal, type Stage, type Trip } from "./trip.ts";

/** A step at the end of a step: the stick is to come out. */
export type DoneStage = Extract<Stage, { readonly removal: Removal }>;

/** The step as the end of a step, or null. */
export const asDone = (stage: Stage): DoneStage | null => ("removal" in stage ? stage : null);

/** Whether nothing keeps the technician from walking: the stick is out or may be pulled, or a folder stands for it. */
export const isFree = ({ removal, stick }: DoneStage): boolean =>
  removal.type === "safe" || removal.type === "away" || isFolder(stick);

/** Whether the system is letting go of the stick just now: nothing else is done with it. */
export const isEjecting = (stage: Stage): boolean => asDone(stage)?.removal.type === "ejecting";

/** The stick of a finished step, or one that has only to be carried on, is to be ejected, for the first time or once more. */
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

/** Safe is what the system has confirmed, and nothing else. What was written stays as safe as it was read back. */
export function ejectEnded(trip: Trip, id: DriveId, outcome: Outcome<null>): Next {
  const stage = asDone(trip.stage);
  if (stage?.removal.type !== "ejecting" || stage.stick.id !== id) return [trip, []];
  const listed = trip.drives.some((drive) => drive.id === id && drive.usable); // the list is a moment old
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
 * The chosen stick is gone: what was begun is kept, what lay on the stick is forgotten. One that had only to be carried on
 * is not missed.
 */
export function stickLeft(before: Trip): Trip {
  const trip = carrying(before);
  const stage = stepWithoutStick(trip.stage);
  const missed = stage.type === "fetch.stick" || stage.type === "deliver.stick" || stage.type === "request.stick";
  return { ...trip, stick: null, stage, problem: missed ? { code: "stick-gone" } : trip.problem };
}

/** The step once its stick is gone or another one is taken. */
export function stepWithoutStick(stage: Stage): Stage {
  const done = asDone(stage);
  return done ? { ...done, removal: seenGone(done.removal) } : beforeReview(stage);
}

/** A review goes by what lies on the stick: without that there is none. */
export const beforeReview = (stage: Stage): Stage =>
  stage.type === "fetch.review" ? firstStages.fetch : stage.type === "deliver.review" ? firstStages.deliver : stage;

/** Whether another stick may be chosen: not while a step is at work, nor until the stick of a finished step is out. */
export function mayTake(stage: Stage): boolean {
  const done = asDone(stage);
  if (done) return isFree(done);
  return stage.type !== "request.writing" && stage.type !== "fetch.running" && stage.type !== "deliver.copying";
}

/** Such a stick comes out as at the end of a step. A folder has nothing to come out of: there the trip stays as it is. */
function carrying(trip: Trip): Trip {
  const stage = carried(trip);
  return stage && !isFolder(stage.stick) ? { ...trip, stage, problem: null } : trip;
}

/** The stick is on the list no longer. While it is being ejected that is no news, and no proof either. */
const seenGone = (removal: Removal): Removal =>
  removal.type === "in" || removal.type === "refused" ? { type: "away" } : removal;
