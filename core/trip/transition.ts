import { NO_POLICY } from "../policy/site-policy.ts";
import { assertNever } from "../result.ts";
import type { Computer } from "../settings.ts";
import { consoleStepShown, copyEnded, copyWanted, keyChosen, uploadConfirmed } from "./deliver-hop.ts";
import { cancelWanted, fetchEnded, fetchProgressed } from "./fetch-hop.ts";
import {
  byHandFetchWanted,
  clockTold,
  fetchConfirmed,
  fetchDeclined,
  fetchWanted,
  ticketChosen,
  ticketsChosen,
} from "./fetch-review.ts";
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
} from "./request-hop.ts";
import {
  drivesChanged,
  folderChosen,
  readAgain,
  readOnlyExplained,
  scanProgressed,
  stickChosen,
  stickRead,
} from "./sticks.ts";
import { firstSteps, type Hop, type Next, type Step, type Trip, type TripEvent } from "./trip.ts";

/**
 * A trip at the start of the program. What is remembered of this computer saves the first question. Until the clock was
 * told nothing that has to wait is due. `site`: the rules here, and who made the last request.
 */
export function startTrip(
  computer: Computer | null,
  now = 0,
  site: Pick<Trip, "policy" | "operator"> = { policy: NO_POLICY, operator: "" },
): Trip {
  const sticks = { drives: [], drivesProblem: null, stick: null, ejected: null, mounting: null };
  return { ...site, computer, ...sticks, step: homeOf(computer), problem: null, now };
}

/** The guided flow as one function. An event that does not fit the step changes nothing: it came too late. */
export function transition(trip: Trip, event: TripEvent): Next {
  switch (event.type) {
    case "computer-chosen": {
      if (trip.step.type !== "computer") return [trip, []];
      const next = begin({ ...trip, computer: event.computer }, homeOf(event.computer));
      return [next[0], [{ type: "remember-computer", computer: event.computer }, ...next[1]]];
    }
    case "computer-changed":
      return isAtWork(trip.step) ? [trip, []] : [{ ...trip, step: { type: "computer" }, problem: null }, []];
    case "hop-chosen":
      return isAtWork(trip.step) || !hopsAt(trip.computer).includes(event.hop)
        ? [trip, []]
        : begin(trip, firstSteps[event.hop]);
    case "back":
      return back(trip);
    case "drives-changed":
      return drivesChanged({ ...trip, drivesProblem: null }, event.drives);
    case "drives-failed":
      return [{ ...trip, drivesProblem: event.problem }, []];
    case "stick-chosen":
      return stickChosen(trip, event.stick);
    case "folder-wanted":
      if (isAtWork(trip.step)) return [trip, []];
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
      return isAtWork(trip.step) ? [trip, []] : mountWanted(trip, event.drive);
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

/** The hops that have their place at a computer. */
export const hopsAt = (computer: Computer | null): readonly Hop[] =>
  computer === "A" ? ["fetch"] : computer === "B" ? ["request", "deliver"] : [];

const homeOf = (computer: Computer | null): Step =>
  computer === null ? { type: "computer" } : firstSteps[computer === "A" ? "fetch" : "request"];

/** Starts a hop with a fresh look at the chosen stick, or takes the only one there is. */
function begin(trip: Trip, step: Step): Next {
  const next = { ...trip, step, problem: null };
  return next.stick ? readAgain(next) : drivesChanged(next, next.drives);
}

/** A hop at work is never left: what it did would be lost from sight. Nor is an eject: a look at the stick would block it. */
export const isAtWork = (step: Step): boolean =>
  step.type === "request.writing" ||
  step.type === "fetch.running" ||
  step.type === "deliver.copying" ||
  isEjecting(step);

function back(trip: Trip): Next {
  const { step } = trip;
  switch (step.type) {
    case "request.stick":
      return [{ ...trip, step: { type: "request.link", draft: step.confirmed.draft }, problem: null }, []];
    case "deliver.upload":
      return begin(trip, firstSteps.deliver);
    default:
      return [trip, []];
  }
}
