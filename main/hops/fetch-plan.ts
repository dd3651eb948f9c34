import type { Outcome } from "../../core/problem.ts";
import { ok } from "../../core/result.ts";
import type { TicketId } from "../../core/stick/records.ts";
import type { StickRequest } from "../../core/stick/stick-contents.ts";
import type { AnswerStore, StoredKey } from "../journal/answer-store.ts";
import type { OpenRequest, StickReading } from "../stick/read-stick.ts";
import type { EarlierFetches } from "./earlier-fetches.ts";
import { requestsToFetch } from "./fetchable.ts";

/** One request, and how its key is to be had. */
export type Job =
  | { readonly by: "asking"; readonly request: OpenRequest }
  | { readonly by: "store"; readonly request: OpenRequest; readonly stored: StoredKey };

/** What a fetch is to do, in this order. */
export interface FetchPlan {
  readonly jobs: readonly Job[];
  /** Not taken up: an earlier fetch of theirs was cut off and may have counted. */
  readonly left: readonly TicketId[];
}

/** What this computer remembers, for a plan. */
export interface Memory {
  readonly earlier: EarlierFetches;
  readonly answers: AnswerStore;
}

type Stored = ReadonlyMap<TicketId, StoredKey>;

/**
 * Plans the fetch of the named requests, else of all that were never fetched. ALAS is never asked for a key that this
 * computer keeps. A fetch that was refused or cut off may have cost an activation: its request waits until somebody names it.
 */
export async function planFetch(
  reading: StickReading,
  tickets: readonly TicketId[] | undefined,
  again: boolean,
  { earlier, answers }: Memory,
): Promise<Outcome<FetchPlan>> {
  const stored = await storedKeys(reading, tickets, answers);
  if (tickets === undefined) return ok(unnamedPlan(reading, stored, earlier));
  const named = requestsToFetch(reading, tickets, again, stored);
  return named.ok ? ok({ jobs: named.value.map((request) => jobFor(request, stored)), left: [] }) : named;
}

function jobFor(request: OpenRequest, keys: Stored): Job {
  const stored = keys.get(request.ticket.id);
  return stored === undefined ? { by: "asking", request } : { by: "store", request, stored };
}

function unnamedPlan(reading: StickReading, stored: Stored, earlier: EarlierFetches): FetchPlan {
  const jobs: Job[] = [];
  const left: TicketId[] = [];
  for (const [ticket, request] of reading.open) {
    const job = jobFor(request, stored);
    if (job.by === "store") jobs.push(job);
    else if (wasCutOff(request.request, ticket, earlier)) left.push(ticket);
    else if (request.request.state === "requested") jobs.push(job);
  }
  return { jobs, left };
}

/** Unnamed, of those that lack a key: never fetched, cut off, or their answer harmed. */
async function storedKeys(
  { open }: StickReading,
  tickets: readonly TicketId[] | undefined,
  answers: AnswerStore,
): Promise<Stored> {
  const kept = await answers.tickets();
  const named = tickets && new Set(tickets);
  const stored = new Map<TicketId, StoredKey>();
  for (const [id, { request, ticketSha256 }] of open) {
    if (!kept.has(id) || !(named?.has(id) ?? lacksKey(request))) continue;
    const key = await answers.find(id, ticketSha256);
    if (key !== null) stored.set(id, key);
  }
  return stored;
}

const lacksKey = ({ state, next }: StickRequest): boolean =>
  state === "requested" || state === "incomplete" || (state === "damaged" && next === "fetch-again-knowingly");

/** By the stick, or by this computer's record: a stick that was pulled at the wrong moment may have lost its mark. */
const wasCutOff = (request: StickRequest, id: TicketId, earlier: EarlierFetches): boolean =>
  request.state === "incomplete" ||
  (request.state === "requested" &&
    earlier.of(request, id).some(({ ticketId, past }) => ticketId === id && past.outcome === "cut-off"));
