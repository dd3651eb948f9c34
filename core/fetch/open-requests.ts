import type { TicketId } from "../stick/records.ts";
import type { StickContents, StickRequest } from "../stick/stick-contents.ts";
import type { ConfirmReason } from "./confirm-reason.ts";
import { isOffered, type Verdict, verdictsOf } from "./fetch-rule.ts";

/** A request that can be fetched now, at once or after a confirmation. */
export interface FetchableRequest {
  readonly request: StickRequest & { readonly id: TicketId };
  readonly verdict: Extract<Verdict, { readonly type: "saved" | "fresh" | "confirm" }>;
}

/** The requests of a stick that can be fetched at this time (ms since 1970), each with its verdict. */
export function openRequests(contents: StickContents, now: number): readonly FetchableRequest[] {
  return [...verdictsOf(contents.requests, now)].flatMap(([request, verdict]) =>
    hasTicket(request) && verdict.type !== "wait" && verdict.type !== "never" ? [{ request, verdict }] : [],
  );
}

const hasTicket = (request: StickRequest): request is FetchableRequest["request"] => request.id !== null;

/** The requests that can be fetched later, and when (ms since 1970). */
export const waitingRequests = (contents: StickContents, now: number) =>
  [...verdictsOf(contents.requests, now)].flatMap(([request, verdict]) =>
    verdict.type === "wait" ? [{ request, until: verdict.until }] : [],
  );

/** Another fetch helps only after the service representative or a new link has removed the cause. */
const HELP_FIRST: readonly ConfirmReason[] = ["limit-reached", "no-asset-id", "refused-twice"];

/** Whether another fetch makes no sense without help. */
export const needsHelp = ({ verdict }: { readonly verdict: Verdict }): boolean =>
  verdict.type === "confirm" && HELP_FIRST.includes(verdict.reason);

/** The window asks no question about these: the row shows the reason, and the technician selects them there. */
const TOLD_IN_ROW: readonly ConfirmReason[] = ["refused", "retry-due"];

/** Whether the window asks a question before this request is fetched. */
export const needsQuestion = ({ verdict }: FetchableRequest): boolean =>
  verdict.type === "confirm" && !TOLD_IN_ROW.includes(verdict.reason);

/** Returns the requests that can be fetched and have never been fetched. */
export const newRequests = (contents: StickContents, now: number): readonly StickRequest[] =>
  openRequests(contents, now).flatMap(({ request }) => (request.state === "requested" ? [request] : []));

/** Returns the first selection: the offered requests, otherwise the retries that are due. */
export function firstChoice(contents: StickContents, now: number): readonly TicketId[] {
  const open = openRequests(contents, now);
  const ready = open.filter(({ request, verdict }) => isOffered(request, verdict));
  const chosen = ready.length > 0 ? ready : open.filter(({ verdict }) => verdict.reason === "retry-due");
  return chosen.map(({ request }) => request.id);
}
