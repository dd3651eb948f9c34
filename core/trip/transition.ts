import { NO_POLICY } from "../policy/site-policy.ts";
import { assertNever } from "../result.ts";
import type { Computer } from "../settings.ts";
import { consoleStepShown, copyEnded, copyWanted, keyChosen, uploadConfirmed } from "./deliver-step.ts";
import {
  byHandFetchWanted,
  clockTold,
  fetchConfirmed,
  fetchDeclined,
  fetchWanted,
  ticketChosen,
  ticketsChosen,
} from "./fetch-review.ts";
import { cancelWanted, fetchEnded, fetchProgressed } from "./fetch-step.ts";
import { mountEnded, mountWanted } from "./mounting.ts";
import { ejectEnded, ejectWanted, isEjecting } from "./removal.ts";
import {
  assetIdTyped,
  linkConfirmed,
  linkGiven,
  operatorGiven,
  requestDescribed,
  requestWritten,
  writeWanted,
} from "./request-step.ts";
import {
  drivesChanged,
  folderChosen,
  readAgain,
  readOnlyExplained,
  scanProgressed,
  stickChosen,
  stickRead,
} from "./sticks.ts";
import { firstStages, type Next, type Stage, type Step, type Trip, type TripEvent } from "./trip.ts";

/**
 * Returns the trip at the start of the program; null asks which computer this is. With `now` 0 no retry is due until the
 * first `clock-told`. `site`: the site policy, and who made the last request.
 */
export function startTrip(
  computer: Computer | null,
  now = 0,
  site: Pick<Trip, "policy" | "operator"> = { policy: NO_POLICY, operator: "" },
): Trip {
  const sticks = { drives: [], drivesProblem: null, stick: null, ejected: null, mounting: null };
  return { ...site, computer, ...sticks, stage: homeOf(computer), problem: null, now };
}

/** The guided flow as one function. An event that does not fit the stage came too late and changes nothing. */
export function transition(trip: Trip, event: TripEvent): Next {
  switch (event.type) {
    case "computer-chosen": {
      if (trip.stage.type !== "computer") return [trip, []];
      const next = begin({ ...trip, computer: event.computer }, homeOf(event.computer));
      return [next[0], [{ type: "remember-computer", computer: event.computer }, ...next[1]]];
    }
    case "computer-changed":
      return isAtWork(trip.stage) ? [trip, []] : [{ ...trip, stage: { type: "computer" }, problem: null }, []];
    case "step-chosen":
      return isAtWork(trip.stage) || !stepsAt(trip.computer).includes(event.step)
        ? [trip, []]
        : begin(trip, firstStages[event.step]);
    case "back":
      return back(trip);
    case "drives-changed":
      return drivesChanged({ ...trip, drivesProblem: null }, event.drives);
    case "drives-failed":
      return [{ ...trip, drivesProblem: event.problem }, []];
    case "stick-chosen":
      return stickChosen(trip, event.stick);
    case "folder-wanted":
      if (isAtWork(trip.stage)) return [trip, []];
      if (!trip.policy.allowFolders) return [{ ...trip, problem: { code: "folder-forbidden" } }, []];
      return [trip, [{ type: "choose-folder" }]];
    case "folder-chosen":
      return folderChosen(trip, event.outcome);
    case "scan-progressed":
      return scanProgressed(trip, event.stick, event.progress);
    case "stick-read":
      return stickRead(trip, event.stick, event.outcome);
    case "read-only-explained":
      return readOnlyExplained(trip, event.stick, event.outcome);
    case "mount-wanted":
      return isAtWork(trip.stage) ? [trip, []] : mountWanted(trip, event.drive);
    case "mount-ended":
      return mountEnded(trip, event.drive, event.outcome);
    case "eject-wanted":
      return ejectWanted(trip);
    case "eject-ended":
      return ejectEnded(trip, event.stick, event.outcome);
    case "link-given":
      return linkGiven(trip, event.text);
    case "asset-id-typed":
      return assetIdTyped(trip, event.text);
    case "request-described":
      return requestDescribed(trip, event.note, event.minimal);
    case "operator-given":
      return operatorGiven(trip, event.name);
    case "link-confirmed":
      return linkConfirmed(trip);
    case "write-wanted":
      return writeWanted(trip, event.again);
    case "request-written":
      return requestWritten(trip, event.outcome);
    case "tickets-chosen":
      return ticketsChosen(trip, event.tickets);
    case "ticket-chosen":
      return ticketChosen(trip, event.ticket, event.wanted);
    case "clock-told":
      return clockTold(trip, event.now);
    case "fetch-wanted":
      return fetchWanted(trip);
    case "fetch-confirmed":
      return fetchConfirmed(trip);
    case "fetch-declined":
      return fetchDeclined(trip, event.leaveOut);
    case "by-hand-fetch-wanted":
      return byHandFetchWanted(trip, event.file);
    case "fetch-progressed":
      return fetchProgressed(trip, event.progress);
    case "cancel-wanted":
      return cancelWanted(trip);
    case "fetch-ended":
      return fetchEnded(trip, event.outcome);
    case "key-chosen":
      return keyChosen(trip, event.key);
    case "copy-wanted":
      return copyWanted(trip);
    case "copy-ended":
      return copyEnded(trip, event.outcome);
    case "console-step-shown":
      return consoleStepShown(trip, event.step);
    case "upload-confirmed":
      return uploadConfirmed(trip);
    default:
      return assertNever(event);
  }
}

/** Returns the steps that a computer can do. */
export const stepsAt = (computer: Computer | null): readonly Step[] =>
  computer === "A" ? ["fetch"] : computer === "B" ? ["request", "deliver"] : [];

const homeOf = (computer: Computer | null): Stage =>
  computer === null ? { type: "computer" } : firstStages[computer === "A" ? "fetch" : "request"];

/** Starts a step: reads the chosen stick again, or chooses the only one. */
function begin(trip: Trip, stage: Stage): Next {
  const next = { ...trip, stage, problem: null };
  return next.stick ? readAgain(next) : drivesChanged(next, next.drives);
}

/** Whether the stage must not be left: the result of its work would not be shown, and reading the stick would block an eject. */
export const isAtWork = (stage: Stage): boolean =>
  stage.type === "request.writing" ||
  stage.type === "fetch.running" ||
  stage.type === "deliver.copying" ||
  isEjecting(stage);

function back(trip: Trip): Next {
  const { stage } = trip;
  switch (stage.type) {
    case "request.stick":
      return [{ ...trip, stage: { type: "request.link", draft: stage.confirmed.draft }, problem: null }, []];
    case "deliver.upload":
      return begin(trip, firstStages.deliver);
    default:
      return [trip, []];
  }
}
