import type { FetchProgress, FetchResult } from "../hop-results.ts";
import type { Outcome } from "../problem.ts";
import type { TicketId } from "../stick/records.ts";
import { type Askable, standingOf } from "./fetch-choice.ts";
import { contentsOf, readAgain } from "./sticks.ts";
import { type Asked, type Effect, firstSteps, type Next, type Trip } from "./trip.ts";

/** One click, one fetch: from here on the screen offers no second one until the first has ended. */
export function askFor(trip: Trip, requests: readonly Askable[]): Next {
  if (!trip.stick || requests.length === 0) return [trip, []];
  const asked = requests.map((request) => ({
    ticket: request.id,
    assetId: request.assetId,
    kept: standingOf(request, trip.now) === "kept",
    retried: (request.history?.retry ?? null) !== null,
  }));
  return start(trip, asked, { do: "fetch", stick: trip.stick.drive.id, tickets: requests.map(({ id }) => id) });
}

/** Takes in a URL that somebody saved on the stick with a text editor. */
export function askByHand(trip: Trip, file: string): Next {
  const listed = contentsOf(trip)?.byHand.urls.find((url) => url.file === file);
  if (!trip.stick || !listed) return [trip, []];
  const asked = [{ ticket: null, assetId: listed.assetId, kept: false, retried: false }];
  return start(trip, asked, { do: "fetch-by-hand", stick: trip.stick.drive.id, file });
}

/** What a result was asked for: remembered, so that it can be named after the stick is out. */
export const askedFor = (asked: readonly Asked[], id: TicketId): Asked | undefined =>
  asked.find(({ ticket }) => ticket === id) ?? asked.find(({ ticket }) => ticket === null);

function start(trip: Trip, asked: readonly Asked[], effect: Effect): Next {
  if (!trip.stick || trip.stick.drive.readOnly) return [trip, []];
  const stick = trip.stick.drive;
  return [
    { ...trip, step: { at: "fetch.running", stick, asked, progress: [], cancelling: false }, problem: null },
    [effect],
  ];
}

/** Keeps the newest word about each request, in the order in which they began. */
export function fetchProgressed(trip: Trip, progress: FetchProgress): Next {
  if (trip.step.at !== "fetch.running") return [trip, []];
  const known = trip.step.progress.findIndex(({ ticketId }) => ticketId === progress.ticketId);
  const told = known < 0 ? [...trip.step.progress, progress] : trip.step.progress.with(known, progress);
  return [{ ...trip, step: { ...trip.step, progress: told } }, []];
}

/** Cancelling does not undo an activation that ALAS may have counted: the result says what is known. */
export function cancelWanted(trip: Trip): Next {
  if (trip.step.at !== "fetch.running" || trip.step.cancelling) return [trip, []];
  return [{ ...trip, step: { ...trip.step, cancelling: true } }, [{ do: "cancel-fetch" }]];
}

/** Shows each request's own result; what failed as a whole is shown where it was started. */
export function fetchEnded(trip: Trip, outcome: Outcome<readonly FetchResult[]>): Next {
  if (trip.step.at !== "fetch.running") return [trip, []];
  const { stick, asked } = trip.step;
  if (!outcome.ok) return readAgain({ ...trip, step: firstSteps.fetch, problem: outcome.error });
  const removal = { is: trip.stick === null ? "away" : "in" } as const;
  const step = { at: "fetch.done", asked, results: outcome.value, endedAt: trip.now, stick, removal } as const;
  return readAgain({ ...trip, step, problem: null });
}
