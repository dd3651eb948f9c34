import type { FetchProgress, FetchResult } from "../hop-results.ts";
import type { Outcome } from "../problem.ts";
import type { TicketId } from "../stick/records.ts";
import { askable, contentsOf, readAgain } from "./sticks.ts";
import { type Asked, type Effect, firstSteps, type Next, type Trip } from "./trip.ts";

/** Which requests to ask ALAS for: only those on the stick that it may be asked for, each once. */
export function ticketsChosen(trip: Trip, tickets: readonly TicketId[]): Next {
  const contents = contentsOf(trip);
  if (trip.step.at !== "fetch.review" || !contents) return [trip, []];
  const chosen = askable(contents).flatMap(({ id }) => (id && tickets.includes(id) ? [id] : []));
  return [{ ...trip, step: { at: "fetch.review", tickets: chosen }, problem: null }, []];
}

/** One click, one fetch: from here on the screen offers no second one until the first has ended. */
export function fetchWanted(trip: Trip): Next {
  const contents = contentsOf(trip);
  if (trip.step.at !== "fetch.review" || !trip.stick || !contents || trip.step.tickets.length === 0) return [trip, []];
  const { tickets } = trip.step;
  const asked = askable(contents).flatMap(({ id, assetId }) =>
    id && tickets.includes(id) ? [{ ticket: id, assetId }] : [],
  );
  return start(trip, asked, { do: "fetch", stick: trip.stick.drive.id, tickets });
}

/** Takes in a URL that somebody saved on the stick with a text editor. */
export function byHandFetchWanted(trip: Trip, file: string): Next {
  const listed = contentsOf(trip)?.byHand.urls.find((url) => url.file === file);
  if (trip.step.at !== "fetch.review" || !trip.stick || !listed) return [trip, []];
  const asked = [{ ticket: null, assetId: listed.assetId }];
  return start(trip, asked, { do: "fetch-by-hand", stick: trip.stick.drive.id, file });
}

/** The asset ID that a request was made for, remembered so that its result can be named after the stick is out. */
export const assetIdOf = (asked: readonly Asked[], id: TicketId): string | null =>
  (asked.find(({ ticket }) => ticket === id) ?? asked.find(({ ticket }) => ticket === null))?.assetId ?? null;

function start(trip: Trip, asked: readonly Asked[], effect: Effect): Next {
  if (!trip.stick || trip.stick.drive.readOnly) return [trip, []];
  const stick = trip.stick.drive;
  return [
    { ...trip, step: { at: "fetch.running", stick, asked, progress: [], cancelling: false }, problem: null },
    [effect],
  ];
}

/** Keeps the newest word about each request. */
export function fetchProgressed(trip: Trip, progress: FetchProgress): Next {
  if (trip.step.at !== "fetch.running") return [trip, []];
  const others = trip.step.progress.filter(({ ticketId }) => ticketId !== progress.ticketId);
  return [{ ...trip, step: { ...trip.step, progress: [...others, progress] } }, []];
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
  const step = { at: "fetch.done", asked, results: outcome.value, stick, removal } as const;
  return readAgain({ ...trip, step, problem: null });
}
