import type { ConfirmReason } from "../fetch/confirm-reason.ts";
import { type Verdict, verdictOfUrl } from "../fetch/fetch-rule.ts";
import { type FetchableRequest, needsQuestion, openRequests, waitingRequests } from "../fetch/open-requests.ts";
import type { FetchHistory } from "../journal/fetch-history.ts";
import type { TicketId } from "../stick/records.ts";
import type { ByHandUrl } from "../stick/stick-contents.ts";
import { chosenIn, openIn } from "./chosen-requests.ts";
import { contentsOf } from "./chosen-stick.ts";
import { fetchByHandUrl, fetchRequests } from "./fetch-step.ts";
import type { Next, Trip } from "./trip.ts";

/** Selects the requests to fetch: only those on the stick that can be fetched, each once. */
export function ticketsChosen(trip: Trip, tickets: readonly TicketId[]): Next {
  if (trip.stage.type !== "fetch.review" || !contentsOf(trip)) return [trip, []];
  const wanted = new Set(tickets);
  const chosen = openIn(trip).flatMap(({ request }) => (wanted.has(request.id) ? [request.id] : []));
  return [{ ...trip, stage: { type: "fetch.review", tickets: chosen, question: null }, problem: null }, []];
}

/** Adds one request to the selection or removes it. */
export function ticketChosen(trip: Trip, ticket: TicketId, wanted: boolean): Next {
  if (trip.stage.type !== "fetch.review") return [trip, []];
  const others = trip.stage.tickets.filter((one) => one !== ticket);
  return ticketsChosen(trip, wanted ? [...others, ticket] : others);
}

/** Starts the fetch, or asks one question first where the rule needs a confirmation that the row does not give. */
export function fetchWanted(trip: Trip): Next {
  if (trip.stage.type !== "fetch.review" || trip.stage.question !== null || !isWritable(trip)) return [trip, []];
  const chosen = chosenIn(trip);
  if (!chosen.some(needsQuestion)) return fetchRequests(trip, chosen);
  return [{ ...trip, stage: { ...trip.stage, question: { type: "chosen" } }, problem: null }, []];
}

/** Starts the fetch of a URL that was saved on the stick with a text editor, or asks first. */
export function byHandFetchWanted(trip: Trip, file: string): Next {
  const url = urlIn(trip, file);
  if (trip.stage.type !== "fetch.review" || trip.stage.question !== null || !url || !isWritable(trip))
    return [trip, []];
  if (verdictIn(trip, url).type !== "confirm") return fetchByHandUrl(trip, url, null);
  return [{ ...trip, stage: { ...trip.stage, question: { type: "by-hand", file } }, problem: null }, []];
}

/** A request or a URL saved by hand (`ticket` is null) in the question, and the reason to confirm. */
export interface QuestionedRequest {
  readonly ticket: TicketId | null;
  readonly assetId: string | null;
  readonly host: string | null;
  readonly reason: ConfirmReason;
  readonly history: FetchHistory | undefined;
}

/** Returns the requests that the question is about; empty without a question. */
export function questionedRequests(trip: Trip): readonly QuestionedRequest[] {
  if (trip.stage.type !== "fetch.review" || trip.stage.question === null) return [];
  const { question } = trip.stage;
  const url = question.type === "by-hand" ? urlIn(trip, question.file) : undefined;
  if (url) return questionOf(url, verdictIn(trip, url), null);
  return chosenIn(trip)
    .filter(needsQuestion)
    .flatMap(({ request, verdict }) => questionOf(request, verdict, request.id));
}

const questionOf = (
  { assetId, host, history }: Pick<QuestionedRequest, "assetId" | "host"> & { readonly history?: FetchHistory },
  verdict: Verdict,
  ticket: TicketId | null,
): readonly QuestionedRequest[] =>
  verdict.type === "confirm" ? [{ ticket, assetId, host, history, reason: verdict.reason }] : [];

/** Starts the fetch that the question was about. */
export function fetchConfirmed(trip: Trip): Next {
  if (trip.stage.type !== "fetch.review" || trip.stage.question === null) return [trip, []];
  const { question } = trip.stage;
  if (question.type === "chosen") return fetchRequests(trip, chosenIn(trip));
  const url = urlIn(trip, question.file);
  return url ? fetchByHandUrl(trip, url, questionedRequests(trip)[0]?.reason ?? null) : [trip, []];
}

/** Closes the question without a fetch. `leaveOut` deselects the requests that it was about. */
export function fetchDeclined(trip: Trip, leaveOut: boolean): Next {
  if (trip.stage.type !== "fetch.review" || trip.stage.question === null) return [trip, []];
  const out = leaveOut ? questionedRequests(trip).map(({ ticket }) => ticket) : [];
  const tickets = trip.stage.tickets.filter((ticket) => !out.includes(ticket));
  return [{ ...trip, stage: { type: "fetch.review", tickets, question: null } }, []];
}

/**
 * Sets the clock. A retry that has become due is selected where there is nothing else to fetch; it never starts by
 * itself. A request that has to wait (again, after the clock was set back) is deselected.
 */
export function clockTold(before: Trip, now: number): Next {
  if (now === before.now) return [before, []];
  const trip = { ...before, now };
  const contents = contentsOf(trip);
  if (trip.stage.type !== "fetch.review" || !contents) return [trip, []];
  const open = openRequests(contents, now);
  const waited = new Set(waitingRequests(contents, before.now).map(({ request }) => request.id));
  const { tickets } = trip.stage;
  const onlyRetries = open.length > 0 && open.every(({ request }) => waited.has(request.id));
  const isChosen = ({ request, verdict }: FetchableRequest): boolean =>
    onlyRetries ? verdict.reason === "retry-due" : tickets.includes(request.id);
  const still = open.filter(isChosen).map(({ request }) => request.id);
  const same = still.length === tickets.length && still.every((ticket) => tickets.includes(ticket));
  return [same ? trip : { ...trip, stage: { ...trip.stage, tickets: still } }, []];
}

const urlIn = (trip: Trip, file: string): ByHandUrl | undefined =>
  contentsOf(trip)?.byHand.urls.find((url) => url.file === file);

const verdictIn = (trip: Trip, url: ByHandUrl): Verdict =>
  verdictOfUrl(url, contentsOf(trip)?.requests ?? [], trip.now);

const isWritable = ({ stick }: Trip): boolean => stick !== null && !stick.drive.readOnly;
