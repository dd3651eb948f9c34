import type { ConfirmReason } from "../fetch/confirm-reason.ts";
import { type Verdict, verdictOfUrl } from "../fetch/fetch-rule.ts";
import { needsQuestion, openRequests, waitingRequests } from "../fetch/open-requests.ts";
import type { FetchHistory } from "../journal/fetch-history.ts";
import type { TicketId } from "../stick/records.ts";
import type { ByHandUrl } from "../stick/stick-contents.ts";
import { chosenIn, openIn } from "./chosen-requests.ts";
import { contentsOf } from "./chosen-stick.ts";
import { askByHand, askFor } from "./fetch-step.ts";
import type { Next, Trip } from "./trip.ts";

/** Which requests to fetch: only those on the stick that can be fetched, each once. */
export function ticketsChosen(trip: Trip, tickets: readonly TicketId[]): Next {
  if (trip.stage.type !== "fetch.review" || !contentsOf(trip)) return [trip, []];
  const wanted = new Set(tickets);
  const chosen = openIn(trip).flatMap(({ request }) => (wanted.has(request.id) ? [request.id] : []));
  return [{ ...trip, stage: { type: "fetch.review", tickets: chosen, asking: null }, problem: null }, []];
}

/** One request more, or one less. */
export function ticketChosen(trip: Trip, ticket: TicketId, wanted: boolean): Next {
  if (trip.stage.type !== "fetch.review") return [trip, []];
  const others = trip.stage.tickets.filter((one) => one !== ticket);
  return ticketsChosen(trip, wanted ? [...others, ticket] : others);
}

/** The click. Where the rule needs a confirmation that the row does not give, one question is asked; else ALAS is. */
export function fetchWanted(trip: Trip): Next {
  if (trip.stage.type !== "fetch.review" || trip.stage.asking !== null || !isWritable(trip)) return [trip, []];
  const chosen = chosenIn(trip);
  if (!chosen.some(needsQuestion)) return askFor(trip, chosen);
  return [{ ...trip, stage: { ...trip.stage, asking: { type: "chosen" } }, problem: null }, []];
}

/** Takes in a URL that was saved on the stick with a text editor. */
export function byHandFetchWanted(trip: Trip, file: string): Next {
  const url = urlIn(trip, file);
  if (trip.stage.type !== "fetch.review" || trip.stage.asking !== null || !url || !isWritable(trip)) return [trip, []];
  if (verdictIn(trip, url).type !== "confirm") return askByHand(trip, url, null);
  return [{ ...trip, stage: { ...trip.stage, asking: { type: "by-hand", file } }, problem: null }, []];
}

/** What the question is about: one request, or one URL saved by hand (`ticket` is null), and the reason to confirm. */
export interface Question {
  readonly ticket: TicketId | null;
  readonly assetId: string | null;
  readonly host: string | null;
  readonly reason: ConfirmReason;
  readonly history: FetchHistory | undefined;
}

/** What the question is about. Empty while nothing is asked. */
export function askedAbout(trip: Trip): readonly Question[] {
  if (trip.stage.type !== "fetch.review" || trip.stage.asking === null) return [];
  const { asking } = trip.stage;
  const url = asking.type === "by-hand" ? urlIn(trip, asking.file) : undefined;
  if (url) return questionOf(url, verdictIn(trip, url), null);
  return chosenIn(trip)
    .filter(needsQuestion)
    .flatMap(({ request, verdict }) => questionOf(request, verdict, request.id));
}

const questionOf = (
  { assetId, host, history }: Pick<Question, "assetId" | "host"> & { readonly history?: FetchHistory },
  verdict: Verdict,
  ticket: TicketId | null,
): readonly Question[] =>
  verdict.type === "confirm" ? [{ ticket, assetId, host, history, reason: verdict.reason }] : [];

/** The technician confirms what was asked. */
export function fetchConfirmed(trip: Trip): Next {
  if (trip.stage.type !== "fetch.review" || trip.stage.asking === null) return [trip, []];
  const { asking } = trip.stage;
  if (asking.type === "chosen") return askFor(trip, chosenIn(trip));
  const url = urlIn(trip, asking.file);
  return url ? askByHand(trip, url, askedAbout(trip)[0]?.reason ?? null) : [trip, []];
}

/** Back to the choice, as it was or without those that were asked about. Nothing is fetched. */
export function fetchDeclined(trip: Trip, leaveOut: boolean): Next {
  if (trip.stage.type !== "fetch.review" || trip.stage.asking === null) return [trip, []];
  const out = leaveOut ? askedAbout(trip).map(({ ticket }) => ticket) : [];
  const tickets = trip.stage.tickets.filter((ticket) => !out.includes(ticket));
  return [{ ...trip, stage: { type: "fetch.review", tickets, asking: null } }, []];
}

/**
 * The clock goes on. A retry that has become due is offered, where there is nothing else to choose: it is never made by
 * itself. What has to wait (again), as after the clock was set back, is chosen no longer.
 */
export function clockTold(before: Trip, now: number): Next {
  if (now === before.now) return [before, []];
  const trip = { ...before, now };
  const contents = contentsOf(trip);
  if (trip.stage.type !== "fetch.review" || !contents) return [trip, []];
  const open = openRequests(contents, now);
  const waited = new Set(waitingRequests(contents, before.now).map(({ request }) => request.id));
  const { tickets } = trip.stage;
  const alone = open.length > 0 && open.every(({ request }) => waited.has(request.id));
  const still = open.flatMap(({ request: { id } }) => (alone || tickets.includes(id) ? [id] : []));
  const same = still.length === tickets.length && still.every((ticket) => tickets.includes(ticket));
  return [same ? trip : { ...trip, stage: { ...trip.stage, tickets: still } }, []];
}

const urlIn = (trip: Trip, file: string): ByHandUrl | undefined =>
  contentsOf(trip)?.byHand.urls.find((url) => url.file === file);

const verdictIn = (trip: Trip, url: ByHandUrl): Verdict =>
  verdictOfUrl(url, contentsOf(trip)?.requests ?? [], trip.now);

const isWritable = ({ stick }: Trip): boolean => stick !== null && !stick.drive.readOnly;
