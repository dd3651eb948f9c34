import type { Drive, DriveId } from "../drives/drive.ts";
import type { Outcome, Problem } from "../problem.ts";
import type { ScanProgress, StickContents, StickRequest } from "../stick/stick-contents.ts";
import { isDeliverable } from "../stick/stick-state.ts";
import { carryReasons } from "./carry-reason.ts";
import { askable, firstChoice, postponed } from "./fetch-choice.ts";
import { isEjecting, isFree, seenGone } from "./removal.ts";
import { isSpoilt } from "./spoilt-key.ts";
import {
  type ChosenStick,
  type Effect,
  firstSteps,
  isFolder,
  type KeyChoice,
  type Next,
  type Step,
  type Trip,
} from "./trip.ts";

/** Requests that ALAS can be asked for without a second thought. */
export const fetchable = (contents: StickContents): readonly StickRequest[] =>
  contents.requests.filter((request) => request.state === "requested" && request.id !== null);

/** Requests whose key lies on the stick, whole. */
export const deliverable = (contents: StickContents): readonly StickRequest[] =>
  contents.requests.filter((request) => isDeliverable(request) && request.id !== null);

/** Of these, those that nothing says were delivered. */
export const undelivered = (contents: StickContents): readonly StickRequest[] =>
  deliverable(contents).filter(({ deliveredAt }) => deliveredAt === null);

/** The sticks that can be chosen. */
export const usableSticks = (trip: Trip): readonly Drive[] =>
  trip.drives.filter((drive) => drive.usable && !drive.hidden && drive.id !== trip.ejected);

/** The contents of the chosen stick, once they are known. */
export const contentsOf = (trip: Trip): StickContents | null =>
  trip.stick?.reading.is === "read" ? trip.stick.reading.contents : null;

/** The chosen stick as these drives list it; undefined when it is gone. */
export const chosenAmong = ({ stick }: Trip, drives: readonly Drive[]): Drive | undefined =>
  drives.find(({ id, usable }) => id === stick?.drive.id && usable);

/** Takes a new list of drives: notices the chosen stick going, and takes the only stick there is. Of two it takes none. */
export function drivesChanged(trip: Trip, drives: readonly Drive[]): Next {
  const chosen = trip.stick;
  // What was ejected is a new stick once it was seen gone; what was to be mounted is dealt with when it is.
  const ejected = drives.some(({ id, usable }) => id === trip.ejected && usable) ? trip.ejected : null;
  const mounting = drives.some(({ id, usable }) => id === trip.mounting?.drive && !usable) ? trip.mounting : null;
  const seen = { ...trip, drives, ejected, mounting };
  if (chosen && !isFolder(chosen.drive)) {
    const now = chosenAmong(trip, drives);
    if (now) return stillThere(seen, chosen, now);
    return takeOnlyStick(withoutStick(seen));
  }
  return chosen ? [seen, []] : takeOnlyStick(seen);
}

/** The chosen stick as it is listed now: one that the system closed for writing meanwhile is asked why. */
function stillThere(trip: Trip, { drive: before, reading, whyReadOnly }: ChosenStick, drive: Drive): Next {
  const stick = { drive, reading, whyReadOnly: drive.readOnly ? whyReadOnly : null };
  const closed = drive.readOnly && !before.readOnly && !isEjecting(trip.step);
  return [{ ...trip, stick }, closed ? explain(drive) : []];
}

const explain = (drive: Drive): readonly Effect[] =>
  drive.readOnly ? [{ do: "explain-read-only", stick: drive.id }] : [];

/** Takes in why the chosen stick is read-only. Where that cannot be found out, it is said so in general words. */
export function readOnlyExplained(trip: Trip, id: DriveId, outcome: Outcome<Problem | null>): Next {
  if (trip.stick?.drive.id !== id || !trip.stick.drive.readOnly) return [trip, []];
  const whyReadOnly = (outcome.ok ? outcome.value : null) ?? ({ code: "stick-read-only" } as const);
  return [{ ...trip, stick: { ...trip.stick, whyReadOnly } }, []];
}

/** The technician's own choice, among the usable drives only. Choosing the chosen one again reads it again. */
export function stickChosen(trip: Trip, id: DriveId): Next {
  const folder = trip.stick && isFolder(trip.stick.drive) ? [trip.stick.drive] : [];
  const drive = [...usableSticks(trip), ...folder].find((candidate) => candidate.id === id);
  return drive && mayTake(trip.step) ? take(trip, drive) : [trip, []];
}

/** "Choose a folder instead": null when the dialog was closed. */
export function folderChosen(trip: Trip, outcome: Outcome<Drive | null>): Next {
  if (!outcome.ok) return [{ ...trip, problem: outcome.error }, []];
  return outcome.value && mayTake(trip.step) ? take(trip, outcome.value) : [trip, []];
}

/** Keeps how far the scan of the chosen stick is. Word of a scan that has ended came too late. */
export function scanProgressed(trip: Trip, id: DriveId, progress: ScanProgress): Next {
  if (trip.stick?.drive.id !== id || trip.stick.reading.is !== "reading") return [trip, []];
  return [{ ...trip, stick: { ...trip.stick, reading: { is: "reading", progress } } }, []];
}

/** Takes in what was read. An answer about a stick that is no longer the chosen one is dropped. */
export function stickRead(trip: Trip, id: DriveId, outcome: Outcome<StickContents>): Next {
  if (trip.stick?.drive.id !== id) return [trip, []];
  if (!outcome.ok) {
    const failed = { is: "failed", problem: outcome.error } as const;
    return [{ ...trip, stick: { ...trip.stick, reading: failed }, step: beforeReview(trip.step) }, []];
  }
  const stick = { ...trip.stick, reading: { is: "read", contents: outcome.value } as const };
  return [{ ...trip, stick, step: stepFor(trip.step, trip, outcome.value) }, []];
}

/** The stick decides the step: a request at A leads to the fetch, a key at B to its delivery. Nothing begun is left for it. */
function stepFor(step: Step, trip: Trip, contents: StickContents): Step {
  const keys = deliverable(contents);
  const waiting = undelivered(contents);
  switch (step.at) {
    case "fetch.stick":
      if (!isToReview(contents, trip.now)) return step;
      return { at: "fetch.review", tickets: firstChoice(contents, trip.now), asking: null };
    case "fetch.review": {
      if (!isToReview(contents, trip.now)) return firstSteps.fetch;
      const still = askable(contents, trip.now).filter(({ id }) => step.tickets.includes(id));
      return { at: "fetch.review", tickets: still.map(({ id }) => id), asking: null };
    }
    case "request.link":
      if (trip.computer !== "B" || step.draft.text !== "" || waiting.length === 0) return step;
      return reviewOf(waiting);
    case "deliver.review":
      // Read a second time: what was chosen before may be gone.
      return step.key && isOn(contents, step.key) ? step : stepFor(firstSteps.deliver, trip, contents);
    case "deliver.stick":
      if (keys.length === 0 && contents.byHand.keys.length === 0) return step;
      return reviewOf(isSpoilt(trip.problem) ? [] : keys); // the one that was wanted is not changed for another
    case "request.done":
    case "deliver.done":
      return isFree(step) && waiting.length > 0 ? reviewOf(waiting) : step;
    case "fetch.done":
      // A folder never goes: its results stay in sight until they were read.
      if (!isFree(step) || trip.stick?.drive.bus === "folder" || fetchable(contents).length === 0) return step;
      return { at: "fetch.review", tickets: firstChoice(contents, trip.now), asking: null };
    case "carry":
      return isFree(step) ? stepFor(firstSteps[carryReasons[step.why].hop], trip, contents) : step;
    default:
      return step;
  }
}

/** Whether there is something to fetch, now or after a wait; or nothing but what ALAS refused for good, which is explained. */
const isToReview = (contents: StickContents, now: number): boolean =>
  askable(contents, now).length + postponed(contents, now).length + contents.byHand.urls.length > 0 ||
  (deliverable(contents).length === 0 && contents.requests.some(({ state }) => state === "refused"));

/** Whether a chosen key lies on the stick. */
export const isOn = (contents: StickContents, key: KeyChoice): boolean =>
  key.from === "request"
    ? deliverable(contents).some(({ id }) => id === key.ticket)
    : contents.byHand.keys.some(({ file }) => file === key.file);

/** One key is the obvious choice; of several the technician names the one for the console in front of him. */
function reviewOf(keys: readonly StickRequest[]): Step {
  const [only, second] = keys;
  const id = only?.id;
  if (!id || second) return { at: "deliver.review", key: null };
  return { at: "deliver.review", key: { from: "request", ticket: id, assetId: only.assetId } };
}

function take(trip: Trip, drive: Drive): Next {
  const stick = { drive, reading: { is: "reading" }, whyReadOnly: null } as const;
  return readAgain({ ...trip, stick, step: stepWithoutStick(trip.step), problem: null });
}

/** Reads the chosen stick afresh: what was known of it no longer holds after a hop. */
export function readAgain(trip: Trip): Next {
  if (!trip.stick) return [trip, []];
  const { drive } = trip.stick;
  const stick = { ...trip.stick, reading: { is: "reading" } } as const;
  return [{ ...trip, stick }, [{ do: "scan", stick: drive.id }, ...explain(drive)]];
}

function takeOnlyStick(trip: Trip): Next {
  const [only, second] = usableSticks(trip).filter((drive) => !isFolder(drive));
  if (!only || second || trip.step.at === "computer" || !mayTake(trip.step)) return [trip, []];
  return take(trip, only);
}

/** Whether another stick may be chosen: not while a hop is at work, nor until the stick of a finished hop is out. */
export function mayTake(step: Step): boolean {
  switch (step.at) {
    case "request.writing":
    case "fetch.running":
    case "deliver.copying":
      return false;
    case "request.done":
    case "fetch.done":
    case "deliver.done":
    case "carry":
      return isFree(step);
    default:
      return true;
  }
}

/** The chosen stick is gone: what was begun is kept, what lay on the stick is forgotten. */
function withoutStick(trip: Trip): Trip {
  const step = stepWithoutStick(trip.step);
  const missed = step.at === "fetch.stick" || step.at === "deliver.stick" || step.at === "request.stick";
  return { ...trip, stick: null, step, problem: missed ? { code: "stick-gone" } : trip.problem };
}

/** A review goes by what lies on the stick: without that there is none. */
const beforeReview = (step: Step): Step =>
  step.at === "fetch.review" ? firstSteps.fetch : step.at === "deliver.review" ? firstSteps.deliver : step;

function stepWithoutStick(step: Step): Step {
  switch (step.at) {
    case "request.done":
    case "fetch.done":
    case "deliver.done":
    case "carry":
      return { ...step, removal: seenGone(step.removal) };
    default:
      return beforeReview(step);
  }
}
