import type { Drive, DriveId } from "../drives/drive.ts";
import { firstChoice, newRequests, openRequests, waitingRequests } from "../fetch/open-requests.ts";
import type { Outcome, Problem } from "../problem.ts";
import type { ScanProgress, StickContents, StickRequest } from "../stick/stick-contents.ts";
import { carryReasons } from "./carry-reason.ts";
import { chosenAmong, deliverable, isOn, undelivered, usableSticks } from "./chosen-stick.ts";
import { isKeyDamaged } from "./damaged-key.ts";
import { beforeReview, isEjecting, isFree, mayTake, stepWithoutStick, stickLeft } from "./removal.ts";
import { type ChosenStick, type Effect, firstStages, isFolder, type Next, type Stage, type Trip } from "./trip.ts";

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
    return takeOnlyStick(stickLeft(seen));
  }
  return chosen ? [seen, []] : takeOnlyStick(seen);
}

/** The chosen stick as it is listed now: one that the system closed for writing meanwhile is asked why. */
function stillThere(trip: Trip, { drive: before, reading, whyReadOnly }: ChosenStick, drive: Drive): Next {
  const stick = { drive, reading, whyReadOnly: drive.readOnly ? whyReadOnly : null };
  const closed = drive.readOnly && !before.readOnly && !isEjecting(trip.stage);
  return [{ ...trip, stick }, closed ? explain(drive) : []];
}

const explain = (drive: Drive): readonly Effect[] =>
  drive.readOnly ? [{ type: "explain-read-only", stick: drive.id }] : [];

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
  return drive && mayTake(trip.stage) ? take(trip, drive) : [trip, []];
}

/** "Choose a folder instead": null when the dialog was closed. */
export function folderChosen(trip: Trip, outcome: Outcome<Drive | null>): Next {
  if (!outcome.ok) return [{ ...trip, problem: outcome.error }, []];
  return outcome.value && mayTake(trip.stage) ? take(trip, outcome.value) : [trip, []];
}

/** Keeps how far the scan of the chosen stick is. Word of a scan that has ended came too late. */
export function scanProgressed(trip: Trip, id: DriveId, progress: ScanProgress): Next {
  if (trip.stick?.drive.id !== id || trip.stick.reading.type !== "reading") return [trip, []];
  return [{ ...trip, stick: { ...trip.stick, reading: { type: "reading", progress } } }, []];
}

/** Takes in what was read. An answer about a stick that is no longer the chosen one is dropped. */
export function stickRead(trip: Trip, id: DriveId, outcome: Outcome<StickContents>): Next {
  if (trip.stick?.drive.id !== id) return [trip, []];
  if (!outcome.ok) {
    const failed = { type: "failed", problem: outcome.error } as const;
    return [{ ...trip, stick: { ...trip.stick, reading: failed }, stage: beforeReview(trip.stage) }, []];
  }
  const stick = { ...trip.stick, reading: { type: "read", contents: outcome.value } as const };
  return [{ ...trip, stick, stage: stepFor(trip.stage, trip, outcome.value) }, []];
}

/** The stick decides the step: a request at A leads to the fetch, a key at B to its delivery. Nothing begun is left for it. */
function stepFor(stage: Stage, trip: Trip, contents: StickContents): Stage {
  const keys = deliverable(contents);
  const waiting = undelivered(contents);
  switch (stage.type) {
    case "fetch.stick":
      if (!isToReview(contents, trip.now)) return stage;
      return { type: "fetch.review", tickets: firstChoice(contents, trip.now), asking: null };
    case "fetch.review": {
      if (!isToReview(contents, trip.now)) return firstStages.fetch;
      const still = openRequests(contents, trip.now).filter(({ request }) => stage.tickets.includes(request.id));
      return { type: "fetch.review", tickets: still.map(({ request }) => request.id), asking: null };
    }
    case "request.link":
      if (trip.computer !== "B" || stage.draft.text !== "" || waiting.length === 0) return stage;
      return reviewOf(waiting);
    case "deliver.review":
      // Read a second time: what was chosen before may be gone.
      return stage.key && isOn(contents, stage.key) ? stage : stepFor(firstStages.deliver, trip, contents);
    case "deliver.stick":
      if (keys.length === 0 && contents.byHand.keys.length === 0) return stage;
      return reviewOf(isKeyDamaged(trip.problem) ? [] : keys); // the one that was wanted is not changed for another
    case "request.done":
    case "deliver.done":
      return isFree(stage) && waiting.length > 0 ? reviewOf(waiting) : stage;
    case "fetch.done":
      // A folder never goes: its results stay in sight until they were read.
      if (!isFree(stage) || trip.stick?.drive.bus === "folder" || newRequests(contents, trip.now).length === 0)
        return stage;
      return { type: "fetch.review", tickets: firstChoice(contents, trip.now), asking: null };
    case "carry":
      return isFree(stage) ? stepFor(firstStages[carryReasons[stage.why].step], trip, contents) : stage;
    default:
      return stage;
  }
}

/** Whether there is something to fetch, now, after a wait or after help. */
const isToReview = (contents: StickContents, now: number): boolean =>
  openRequests(contents, now).length + waitingRequests(contents, now).length + contents.byHand.urls.length > 0;

/** One key is the obvious choice; of several the technician names the one for the console in front of him. */
function reviewOf(keys: readonly StickRequest[]): Stage {
  const [only, second] = keys;
  const id = only?.id;
  if (!id || second) return { type: "deliver.review", key: null };
  return { type: "deliver.review", key: { type: "request", ticket: id, assetId: only.assetId } };
}

function take(trip: Trip, drive: Drive): Next {
  const stick = { drive, reading: { type: "reading" }, whyReadOnly: null } as const;
  return readAgain({ ...trip, stick, stage: stepWithoutStick(trip.stage), problem: null });
}

/** Reads the chosen stick afresh: what was known of it no longer holds after a step. */
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
