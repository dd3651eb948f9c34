import type { ConfirmReason } from "../fetch/confirm-reason.ts";
import type { FetchableRequest } from "../fetch/open-requests.ts";
import type { Outcome } from "../problem.ts";
import type { FetchProgress, FetchResult } from "../step-results.ts";
import type { TicketId } from "../stick/records.ts";
import type { ByHandUrl } from "../stick/stick-contents.ts";
import { readAgain } from "./sticks.ts";
import { type Effect, type FetchItem, firstStages, type Next, type Trip } from "./trip.ts";

/** Starts one fetch. The screen offers no second one until it has ended. */
export function fetchRequests(trip: Trip, open: readonly FetchableRequest[]): Next {
  if (!trip.stick || open.length === 0) return [trip, []];
  const items = open.map(({ request, verdict }) => ({
    ticket: request.id,
    assetId: request.assetId,
    host: request.host,
    saved: verdict.type === "saved",
    retried: (request.history?.retry ?? null) !== null,
  }));
  const requests = open.map(({ request, verdict }) => ({
    ticket: request.id,
    ticketSha256: request.ticketSha256 ?? "", // a ticket with an id was read
    confirmed: verdict.type === "confirm" ? verdict.reason : null,
  }));
  return start(trip, items, { type: "fetch", stick: trip.stick.drive.id, requests });
}

/** Fetches the key of a URL that was saved on the stick with a text editor. */
export function fetchByHandUrl(trip: Trip, url: ByHandUrl, confirmed: ConfirmReason | null): Next {
  if (!trip.stick) return [trip, []];
  const { file, assetId, host, urlSha256 } = url;
  const items = [{ ticket: null, assetId, host, saved: false, retried: false }];
  return start(trip, items, { type: "fetch-by-hand", stick: trip.stick.drive.id, file, urlSha256, confirmed });
}

/** Returns the fetched item that a result belongs to. It names the result after the stick is out. */
export const fetchItemOf = (items: readonly FetchItem[], id: TicketId): FetchItem | undefined =>
  items.find(({ ticket }) => ticket === id) ?? items.find(({ ticket }) => ticket === null);

function start(trip: Trip, items: readonly FetchItem[], effect: Effect): Next {
  if (!trip.stick || trip.stick.drive.readOnly) return [trip, []];
  const stick = trip.stick.drive;
  return [
    { ...trip, stage: { type: "fetch.running", stick, items, progress: [], cancelling: false }, problem: null },
    [effect],
  ];
}

/** Stores the newest progress of each request, in the order in which the requests began. */
export function fetchProgressed(trip: Trip, progress: FetchProgress): Next {
  if (trip.stage.type !== "fetch.running") return [trip, []];
  const known = trip.stage.progress.findIndex(({ ticketId }) => ticketId === progress.ticketId);
  const updated = known < 0 ? [...trip.stage.progress, progress] : trip.stage.progress.with(known, progress);
  return [{ ...trip, stage: { ...trip.stage, progress: updated } }, []];
}

/** Cancels the fetch. ALAS may have counted it all the same: the result says what is known. */
export function cancelWanted(trip: Trip): Next {
  if (trip.stage.type !== "fetch.running" || trip.stage.cancelling) return [trip, []];
  return [{ ...trip, stage: { ...trip.stage, cancelling: true } }, [{ type: "cancel-fetch" }]];
}

/** Shows the result of each request. When the fetch fails as a whole, the problem is shown where it was started. */
export function fetchEnded(trip: Trip, outcome: Outcome<readonly FetchResult[]>): Next {
  if (trip.stage.type !== "fetch.running") return [trip, []];
  const { stick, items } = trip.stage;
  if (!outcome.ok) return readAgain({ ...trip, stage: firstStages.fetch, problem: outcome.error });
  const removal = { type: trip.stick === null ? "away" : "in" } as const;
  const stage = { type: "fetch.done", items, results: outcome.value, endedAt: trip.now, stick, removal } as const;
  return readAgain({ ...trip, stage, problem: null });
}
