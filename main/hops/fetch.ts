import type { FetchProgress, FetchResult } from "../../core/hop-results.ts";
import type { Outcome, Problem } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import type { TicketId } from "../../core/stick/records.ts";
import type { FetchOptions, RawAnswer } from "../alas/fetch-answer.ts";
import { updateNextStep } from "../stick/next-step-file.ts";
import { type OpenRequest, readStick } from "../stick/read-stick.ts";
import type { Stick } from "../stick/stick.ts";
import type { HopContext } from "./context.ts";
import { fetchOne } from "./fetch-one.ts";
import { requestsToFetch } from "./fetchable.ts";
import { requestHop } from "./request.ts";

/** What hop 2 is asked for: the named requests, or one that somebody saved by hand, else all that were not fetched yet. */
export interface FetchInput {
  readonly tickets?: readonly TicketId[];
  /** Also after 3.5, and also for a URL by hand that the stick has a request for. */
  readonly again: boolean;
  /** A file as a scan named it. */
  readonly byHand?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: FetchProgress) => void;
}

/** What hop 2 needs of the world besides. */
export interface FetchContext extends HopContext {
  /** Asks ALAS once. */
  ask(url: string, options: FetchOptions): Promise<Outcome<RawAnswer>>;
  /** Keeps a key on this computer that a stick did not take; its path, or null when that failed too. */
  keep(bytes: Uint8Array, ticketId: TicketId): Promise<string | null>;
}

/**
 * Hop 2, at Computer A: asks ALAS once for each request, one after the other, and puts what came on the stick. A failure
 * is a result like any other and stops nothing; what was asked for in vain (an unknown ticket, one that has its key)
 * stops all of it before ALAS is asked.
 */
export async function fetchHop(
  stick: Stick,
  input: FetchInput,
  context: FetchContext,
): Promise<Outcome<readonly FetchResult[]>> {
  const requests = await chosenRequests(stick, input, context);
  if (!requests.ok) return requests;
  const results: FetchResult[] = [];
  const once = withOneReason(context);
  for (const request of requests.value) results.push(await fetchOne(stick, request, input, once));
  if (!results.some(({ verified }) => verified)) return ok(results); // the stick is as it was
  const notices = await updateNextStep(stick);
  return ok(results.map((one) => (one.outcome === "key" ? { ...one, warnings: [...one.warnings, ...notices] } : one)));
}

/** Many requests on one stick that cannot be written have one reason: the system is asked for it once. */
function withOneReason(context: FetchContext): FetchContext {
  const known = new Map<Problem["code"], Promise<Problem>>();
  return {
    ...context,
    whyUnwritable: (stick, refused) => {
      const reason = known.get(refused.code) ?? context.whyUnwritable(stick, refused);
      known.set(refused.code, reason);
      return reason;
    },
  };
}

async function chosenRequests(
  stick: Stick,
  input: FetchInput,
  context: HopContext,
): Promise<Outcome<readonly OpenRequest[]>> {
  const { byHand, tickets, again } = input;
  const reading = await readStick(stick);
  if (!reading.ok || byHand === undefined) return reading.ok ? requestsToFetch(reading.value, tickets, again) : reading;
  const url = reading.value.byHandUrls.get(byHand);
  if (url === undefined) return err({ code: "by-hand-unusable", file: byHand });
  const requested = await requestHop(stick, { pasted: url.text, minimal: false, again }, context);
  if (!requested.ok) return requested;
  const fresh = await readStick(stick);
  return fresh.ok ? requestsToFetch(fresh.value, [requested.value.ticket.id], again) : fresh;
}
