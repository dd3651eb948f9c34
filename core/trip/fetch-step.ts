import type { ConfirmReason } from "../fetch/confirm-reason.ts";
import type { FetchableRequest } from "../fetch/open-requests.ts";
import type { Outcome } from "../problem.ts";
import type { FetchProgress, FetchResult } from "../step-results.ts";
import type { TicketId } from "../stick/records.ts";
import type { ByHandUrl } from "../stick/stick-contents.ts";
import { readAgain } from "./sticks.ts";
import { type Effect, type FetchItem, firstStages, type Next, type Trip } from "./trip.ts";

/** One click, one fetch: from here on the screen offers no second one until the first has ended. */
export function askFor(trip: Trip, open: readonly FetchableRequest[]): Next {
  if (!trip.stick || open.length === 0) return [trip, []];
  const asked = open.map(({ request, verdict }) => ({
    ticket: request.id,
    assetId: request.assetId,
    host: request.host,
    kept: verdict.type === "saved",
    retried: (request.history?.retry ?? null) !== null,
  }));
  const requests = open.map(({ request, verdict }) => ({
    ticket: request.id,
    ticketSha256: request.ticketSha256 ?? "", // a ticket with an id was read
    confirmed: verdict.type === "confirm" ? verdict.reason : null,
  }));
  return start(trip, asked, { type: "fetch", stick: trip.stick.drive.id, requests });
}

/** Takes in a URL that was saved on the stick with a text editor. */
export function askByHand(trip: Trip, url: ByHandUrl, confirmed: ConfirmReason | null): Next {
  if (!trip.stick) return [trip, []];
  const { file, assetId, host, urlSha256 } = url;
  const asked = [{ ticket: null, assetId, host, kept: false, retried: false }];
  return start(trip, asked, { type: "fetch-by-hand", stick: trip.stick.drive.id, file, urlSha256, confirmed });
}

/** What a result was asked for: remembered, so that it can be named after the stick is out. */
export const askedFor = (asked: readonly FetchItem[], id: TicketId): FetchItem | undefined =>
  asked.find(({ ticket }) => ticket === id) ?? asked.find(({ ticket }) => ticket === null);

function start(trip: Trip, asked: readonly FetchItem[], effect: Effect): Next {
  if (!trip.stick || trip.stick.drive.readOnly) return [trip, []];
  const stick = trip.stick.drive;
  return [
    { ...trip, stage: { type: "fetch.running", stick, asked, progress: [], cancelling: false }, problem: null },
    [effect],
  ];
}

/** Keeps the newest word about each request, in the order in which they began. */
export function fetchProgressed(trip: Trip, progress: FetchProgress): Next {
  if (trip.stage.type !== "fetch.running") return [trip, []];
  const known = trip.stage.progress.findIndex(({ ticketId }) => ticketId === progress.ticketId);
  const told = known < 0 ? [...trip.stage.progress, progress] : trip.stage.progress.with(known, progress);
  return [{ ...trip, stage: { ...trip.stage, progress: told } }, []];
}

/** Cancelling does not undo an activation that ALAS may have counted: the result says what is known. */
export function cancelWanted(trip: Trip): Next {
  if (trip.stage.type !== "fetch.running" || trip.stage.cancelling) return [trip, []];
  return [{ ...trip, stage: { ...trip.stage, cancelling: true } }, [{ type: "cancel-fetch" }]];
}

/** Shows each request's own result; what failed as a whole is shown where it was started. */
export function fetchEnded(trip: Trip, outcome: Outcome<readonly FetchResult[]>): Next {
  if (trip.stage.type !== "fetch.running") return [trip, []];
  const { stick, asked } = trip.stage;
  if (!outcome.ok) return readAgain({ ...trip, stage: firstStages.fetch, problem: outcome.error });
  const removal = { type: trip.stick === null ? "away" : "in" } as const;
  const stage = { type: "fetch.done", asked, results: outcome.value, endedAt: trip.now, stick, removal } as const;
  return readAgain({ ...trip, stage, problem: null });
}
