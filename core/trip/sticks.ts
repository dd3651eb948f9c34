import type { Drive, DriveId } from "../drives/drive.ts";
import { firstChoice, newRequests, openRequests, waitingRequests } from "../fetch/open-requests.ts";
import type { Outcome, Problem } from "../problem.ts";
import type { ScanProgress, StickContents, StickRequest } from "../stick/stick-contents.ts";
import { carryReasons } from "./carry-reason.ts";
import { chosenAmong, deliverable, isOn, undelivered, usableSticks } from "./chosen-stick.ts";
import { beforeReview, isEjecting, isFree, mayTake, stageWithoutStick, stickLeft } from "./removal.ts";
import { isKeyDamaged } from "./stick-problem.ts";
import { type ChosenStick, type Effect, firstStages, isFolder, type Next, type Stage, type Trip } from "./trip.ts";

/** Takes a new list of drives: detects that the chosen stick has gone, and chooses a stick if there is exactly one. */
export function drivesChanged(trip: Trip, drives: readonly Drive[]): Next {
  const chosen = trip.stick;
  // An ejected stick counts as a new one after it left the list; a mount attempt ends when its drive is usable.
  const ejected = drives.some(({ id, usable }) => id === trip.ejected && usable) ? trip.ejected : null;
  const mounting = drives.some(({ id, usable }) => id === trip.mounting?.drive && !usable) ? trip.mounting : null;
  const seen = { ...trip, drives, ejected, mounting };
  if (chosen && !isFolder(chosen.drive)) {
    const now = chosenAmong(trip, drives);
    if (now) return stillThere(seen, chosen, now);
    return takeOnlyStick(stickLeft(seen));
  }
  return chosen ? [seen, []] : takeOnlyStick(seen);
}

/** Updates the chosen stick. If the system made it read-only meanwhile, looks up why. */
function stillThere(trip: Trip, { drive: before, reading, whyReadOnly }: ChosenStick, drive: Drive): Next {
  const stick = { drive, reading, whyReadOnly: drive.readOnly ? whyReadOnly : null };
  const closed = drive.readOnly && !before.readOnly && !isEjecting(trip.stage);
  return [{ ...trip, stick }, closed ? explain(drive) : []];
}

const explain = (drive: Drive): readonly Effect[] =>
  drive.readOnly ? [{ type: "explain-read-only", stick: drive.id }] : [];

/** Stores why the chosen stick is read-only; a general problem where the reason cannot be found. */
export function readOnlyExplained(trip: Trip, id: DriveId, outcome: Outcome<Problem | null>): Next {
  if (trip.stick?.drive.id !== id || !trip.stick.drive.readOnly) return [trip, []];
  const whyReadOnly = (outcome.ok ? outcome.value : null) ?? ({ code: "stick-read-only" } as const);
  return [{ ...trip, stick: { ...trip.stick, whyReadOnly } }, []];
}

/** Chooses a stick among the usable drives. Choosing the same one again reads it again. */
export function stickChosen(trip: Trip, id: DriveId): Next {
  const folder = trip.stick && isFolder(trip.stick.drive) ? [trip.stick.drive] : [];
  const drive = [...usableSticks(trip), ...folder].find((candidate) => candidate.id === id);
  return drive && mayTake(trip.stage) ? take(trip, drive) : [trip, []];
}

/** "Choose a folder instead": null when the dialog was closed. */
export function folderChosen(trip: Trip, outcome: Outcome<Drive | null>): Next {
  if (!outcome.ok) return [{ ...trip, problem: outcome.error }, []];
  return outcome.value && mayTake(trip.stage) ? take(trip, outcome.value) : [trip, []];
}

/** Stores the progress of the scan. Ignores progress that arrives after the scan has ended. */
export function scanProgressed(trip: Trip, id: DriveId, progress: ScanProgress): Next {
  if (trip.stick?.drive.id !== id || trip.stick.reading.type !== "reading") return [trip, []];
  return [{ ...trip, stick: { ...trip.stick, reading: { type: "reading", progress } } }, []];
}

/** Stores what was read. Ignores a stick that is no longer the chosen one. */
export function stickRead(trip: Trip, id: DriveId, outcome: Outcome<StickContents>): Next {
  if (trip.stick?.drive.id !== id) return [trip, []];
  if (!outcome.ok) {
    const failed = { type: "failed", problem: outcome.error } as const;
    return [{ ...trip, stick: { ...trip.stick, reading: failed }, stage: beforeReview(trip.stage) }, []];
  }
  const stick = { ...trip.stick, reading: { type: "read", contents: outcome.value } as const };
  return [{ ...trip, stick, stage: stageFor(trip.stage, trip, outcome.value) }, []];
}

/** The stick decides the stage: a request at A leads to the fetch, a key at B to its upload. It never interrupts work in progress. */
function stageFor(stage: Stage, trip: Trip, contents: StickContents): Stage {
  const keys = deliverable(contents);
  const waiting = undelivered(contents);
  switch (stage.type) {
    case "fetch.stick":
      if (!isToReview(contents, trip.now)) return stage;
      return { type: "fetch.review", tickets: firstChoice(contents, trip.now), question: null };
    case "fetch.review": {
      if (!isToReview(contents, trip.now)) return firstStages.fetch;
      const still = openRequests(contents, trip.now).filter(({ request }) => stage.tickets.includes(request.id));
      return { type: "fetch.review", tickets: still.map(({ request }) => request.id), question: null };
    }
    case "request.link":
      if (trip.computer !== "B" || stage.draft.text !== "" || waiting.length === 0) return stage;
      return reviewOf(waiting);
    case "deliver.review":
      // After a rescan the chosen key may be gone.
      return stage.key && isOn(contents, stage.key) ? stage : stageFor(firstStages.deliver, trip, contents);
    case "deliver.stick":
      if (keys.length === 0 && contents.byHand.keys.length === 0) return stage;
      return reviewOf(isKeyDamaged(trip.problem) ? [] : keys); // no other key replaces the damaged one
    case "request.done":
    case "deliver.done":
      return isFree(stage) && waiting.length > 0 ? reviewOf(waiting) : stage;
    case "fetch.done":
      // A folder is never ejected: its results stay on the screen until the technician has read them.
      if (!isFree(stage) || trip.stick?.drive.bus === "folder" || newRequests(contents, trip.now).length === 0)
        return stage;
      return { type: "fetch.review", tickets: firstChoice(contents, trip.now), question: null };
    case "carry":
      return isFree(stage) ? stageFor(firstStages[carryReasons[stage.why].step], trip, contents) : stage;
    default:
      return stage;
  }
}

/** Whether there is something to fetch, now, after a wait or after help. */
const isToReview = (contents: StickContents, now: number): boolean =>
  openRequests(contents, now).length + waitingRequests(contents, now).length + contents.byHand.urls.length > 0;

/** Chooses a single key; of several the technician chooses the one for this console. */
function reviewOf(keys: readonly StickRequest[]): Stage {
  const [only, second] = keys;
  const id = only?.id;
  if (!id || second) return { type: "deliver.review", key: null };
  return { type: "deliver.review", key: { type: "request", ticket: id, assetId: only.assetId } };
}

function take(trip: Trip, drive: Drive): Next {
  const stick = { drive, reading: { type: "reading" }, whyReadOnly: null } as const;
  return readAgain({ ...trip, stick, stage: stageWithoutStick(trip.stage), problem: null });
}

/** Reads the chosen stick again: a step has changed its contents. */
export function readAgain(trip: Trip): Next {
  if (!trip.stick) return [trip, []];
  const { drive } = trip.stick;
  const stick = { ...trip.stick, reading: { type: "reading" } } as const;
  return [{ ...trip, stick }, [{ type: "scan", stick: drive.id }, ...explain(drive)]];
}

function takeOnlyStick(trip: Trip): Next {
  const [only, second] = usableSticks(trip).filter((drive) => !isFolder(drive));
  if (!only || second || trip.stage.type === "computer" || !mayTake(trip.stage)) return [trip, []];
  return take(trip, only);
}
