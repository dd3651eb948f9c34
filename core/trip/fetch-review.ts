import { sameAssetId } from "../link/asset-id.ts";
import type { TicketId } from "../stick/records.ts";
import type { StickRequest } from "../stick/stick-contents.ts";
import { type Askable, askable, costly, mayHaveCounted, standingOf } from "./fetch-choice.ts";
import { askByHand, askFor } from "./fetch-hop.ts";
import { contentsOf } from "./sticks.ts";
import type { Next, Trip } from "./trip.ts";

/** Which requests to ask ALAS for: only those on the stick that it may be asked for, each once. */
export function ticketsChosen(trip: Trip, tickets: readonly TicketId[]): Next {
  const contents = contentsOf(trip);
  if (trip.step.at !== "fetch.review" || !contents) return [trip, []];
  const chosen = askable(contents, trip.now).flatMap(({ id }) => (tickets.includes(id) ? [id] : []));
  return [{ ...trip, step: { at: "fetch.review", tickets: chosen, asking: null }, problem: null }, []];
}

/** One request more, or one less. */
export function ticketChosen(trip: Trip, ticket: TicketId, wanted: boolean): Next {
  if (trip.step.at !== "fetch.review") return [trip, []];
  const others = trip.step.tickets.filter((one) => one !== ticket);
  return ticketsChosen(trip, wanted ? [...others, ticket] : others);
}

/** The requests that are chosen. */
export function chosenIn(trip: Trip): readonly Askable[] {
  const contents = contentsOf(trip);
  if (trip.step.at !== "fetch.review" || !contents) return [];
  const chosen = new Set(trip.step.tickets);
  return askable(contents, trip.now).filter(({ id }) => chosen.has(id));
}

/** The click. Where it may cost an activation more than need be, it is asked about once; else ALAS is. */
export function fetchWanted(trip: Trip): Next {
  if (trip.step.at !== "fetch.review" || trip.step.asking !== null || !isWritable(trip)) return [trip, []];
  const chosen = chosenIn(trip);
  if (costly(chosen, trip.now).length === 0) return askFor(trip, chosen);
  return [{ ...trip, step: { ...trip.step, asking: { for: "chosen" } }, problem: null }, []];
}

/** Takes in a URL that somebody saved on the stick with a text editor. */
export function byHandFetchWanted(trip: Trip, file: string): Next {
  const listed = contentsOf(trip)?.byHand.urls.some((url) => url.file === file);
  if (trip.step.at !== "fetch.review" || trip.step.asking !== null || !listed || !isWritable(trip)) return [trip, []];
  if (sameSystem(trip, file).length === 0) return askByHand(trip, file);
  return [{ ...trip, step: { ...trip.step, asking: { for: "by-hand", file } }, problem: null }, []];
}

/** What the question is about: each of them may cost an activation more. Empty while nothing is asked. */
export function askedAbout(trip: Trip): readonly StickRequest[] {
  if (trip.step.at !== "fetch.review" || trip.step.asking === null) return [];
  const { asking } = trip.step;
  return asking.for === "chosen" ? costly(chosenIn(trip), trip.now) : sameSystem(trip, asking.file);
}

/** The technician knows what it may cost. */
export function fetchConfirmed(trip: Trip): Next {
  if (trip.step.at !== "fetch.review" || trip.step.asking === null) return [trip, []];
  const { asking } = trip.step;
  return asking.for === "chosen" ? askFor(trip, chosenIn(trip)) : askByHand(trip, asking.file);
}

/** Back to the choice, as it was or without those that were asked about. Nothing is fetched. */
export function fetchDeclined(trip: Trip, leaveOut: boolean): Next {
  if (trip.step.at !== "fetch.review" || trip.step.asking === null) return [trip, []];
  const out = leaveOut ? askedAbout(trip).map(({ id }) => id) : [];
  const tickets = trip.step.tickets.filter((ticket) => !out.includes(ticket));
  return [{ ...trip, step: { at: "fetch.review", tickets, asking: null } }, []];
}

/**
 * The clock goes on. A retry that has become due is offered, where there is nothing else to choose: it is never made by
 * itself. What has to wait (again), as after the clock was set back, is chosen no longer.
 */
export function clockTold(before: Trip, now: number): Next {
  if (now === before.now) return [before, []];
  const trip = { ...before, now };
  const contents = contentsOf(trip);
  if (trip.step.at !== "fetch.review" || !contents) return [trip, []];
  const open = askable(contents, now);
  const due = open.filter((request) => standingOf(request, before.now) === "waiting");
  const { tickets } = trip.step;
  const alone = due.length > 0 && due.length === open.length;
  const still = open.flatMap(({ id }) => (alone || tickets.includes(id) ? [id] : []));
  const same = still.length === tickets.length && still.every((ticket) => tickets.includes(ticket));
  return [same ? trip : { ...trip, step: { ...trip.step, tickets: still } }, []];
}

/** Requests on the stick for the system of a URL saved by hand, whose key was fetched before or may have been. */
function sameSystem(trip: Trip, file: string): readonly StickRequest[] {
  const contents = contentsOf(trip);
  const assetId = contents?.byHand.urls.find((url) => url.file === file)?.assetId ?? null;
  if (!contents || assetId === null) return [];
  return contents.requests.filter(
    (request) => request.assetId !== null && sameAssetId(request.assetId, assetId) && wasFetched(request),
  );
}

const wasFetched = (request: StickRequest): boolean => request.keyFile !== null || mayHaveCounted(request);

const isWritable = ({ stick }: Trip): boolean => stick !== null && !stick.drive.readOnly;
