import type { DriveId } from "../drives/drive.ts";
import type { Outcome } from "../problem.ts";
import { carried } from "./carrying.ts";
import { firstSteps, isFolder, type Next, type Removal, type Step, type Trip } from "./trip.ts";

/** A step at the end of a hop: the stick is to come out. */
export type DoneStep = Extract<Step, { readonly removal: Removal }>;

/** The step as the end of a hop, or null. */
export const asDone = (step: Step): DoneStep | null => ("removal" in step ? step : null);

/** Whether nothing keeps the technician from walking: the stick is out or may be pulled, or a folder stands for it. */
export const isFree = ({ removal, stick }: DoneStep): boolean =>
  removal.type === "safe" || removal.type === "away" || isFolder(stick);

/** Whether the system is letting go of the stick just now: nothing else is done with it. */
export const isEjecting = (step: Step): boolean => asDone(step)?.removal.type === "ejecting";

/** The stick of a finished hop, or one that has only to be carried on, is to be ejected, for the first time or once more. */
export function ejectWanted(before: Trip): Next {
  const trip = carrying(before);
  const step = asDone(trip.step);
  const may = step && (step.removal.type === "in" || step.removal.type === "refused") && !isFolder(step.stick);
  if (!may || trip.stick?.drive.id !== step.stick.id) return [trip, []];
  return [
    { ...trip, step: { ...step, removal: { type: "ejecting" } }, problem: null },
    [{ type: "eject", stick: step.stick.id }],
  ];
}

/** Safe is what the system has confirmed, and nothing else. What was written stays as safe as it was read back. */
export function ejectEnded(trip: Trip, id: DriveId, outcome: Outcome<null>): Next {
  const step = asDone(trip.step);
  if (step?.removal.type !== "ejecting" || step.stick.id !== id) return [trip, []];
  const listed = trip.drives.some((drive) => drive.id === id && drive.usable); // the list is a moment old
  if (outcome.ok) return [out(trip, step, { type: "safe" }, listed ? id : null), []];
  const gone = trip.stick === null || outcome.error.code === "stick-gone";
  if (gone) return [out(trip, step, { type: "away" }, listed ? id : null), []];
  return [{ ...trip, step: { ...step, removal: { type: "refused", problem: outcome.error } } }, []];
}

const out = (trip: Trip, step: DoneStep, removal: Removal, ejected: DriveId | null): Trip => ({
  ...trip,
  stick: null,
  ejected,
  step: { ...step, removal },
});

/**
 * The chosen stick is gone: what was begun is kept, what lay on the stick is forgotten. One that had only to be carried on
 * is not missed.
 */
export function stickLeft(before: Trip): Trip {
  const trip = carrying(before);
  const step = stepWithoutStick(trip.step);
  const missed = step.type === "fetch.stick" || step.type === "deliver.stick" || step.type === "request.stick";
  return { ...trip, stick: null, step, problem: missed ? { code: "stick-gone" } : trip.problem };
}

/** The step once its stick is gone or another one is taken. */
export function stepWithoutStick(step: Step): Step {
  const done = asDone(step);
  return done ? { ...done, removal: seenGone(done.removal) } : beforeReview(step);
}

/** A review goes by what lies on the stick: without that there is none. */
export const beforeReview = (step: Step): Step =>
  step.type === "fetch.review" ? firstSteps.fetch : step.type === "deliver.review" ? firstSteps.deliver : step;

/** Whether another stick may be chosen: not while a hop is at work, nor until the stick of a finished hop is out. */
export function mayTake(step: Step): boolean {
  const done = asDone(step);
  if (done) return isFree(done);
  return step.type !== "request.writing" && step.type !== "fetch.running" && step.type !== "deliver.copying";
}

/** Such a stick comes out as at the end of a hop. A folder has nothing to come out of: there the trip stays as it is. */
function carrying(trip: Trip): Trip {
  const step = carried(trip);
  return step && !isFolder(step.stick) ? { ...trip, step, problem: null } : trip;
}

/** The stick is on the list no longer. While it is being ejected that is no news, and no proof either. */
const seenGone = (removal: Removal): Removal =>
  removal.type === "in" || removal.type === "refused" ? { type: "away" } : removal;
