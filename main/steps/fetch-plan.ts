import { type Confirmed, isAllowed, type Verdict, verdictOfUrl, verdictsOf } from "../../core/fetch/fetch-rule.ts";
import type { Outcome, Problem } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import type { TicketId } from "../../core/stick/records.ts";
import type { StickContents, StickRequest } from "../../core/stick/stick-contents.ts";
import type { AnswerStore, StoredKey } from "../journal/answer-store.ts";
import type { OpenRequest, StickReading } from "../stick/read-stick.ts";

/** A request to fetch, and the technician's confirmation. `ticketSha256` is the hash of the ticket that was shown. */
export interface WantedRequest {
  readonly ticket: TicketId;
  readonly ticketSha256?: string;
  readonly confirmed: Confirmed;
}

/** A URL saved by hand to fetch. `file` is its name in the scan; `urlSha256` is the hash of the URL that was shown. */
export interface WantedUrl {
  readonly file: string;
  readonly urlSha256?: string;
  readonly confirmed: Confirmed;
}

/** One request, and the source of its key: ALAS, or the store on this computer. */
export type Job =
  | { readonly type: "asking"; readonly request: OpenRequest }
  | { readonly type: "store"; readonly request: OpenRequest; readonly stored: StoredKey };

/** A request that a fetch without named requests leaves out, and the reason. */
export interface LeftRequest {
  readonly ticketId: TicketId;
  readonly reason: Extract<Verdict, { type: "confirm" | "wait" }>["reason"];
}

/** The jobs of a fetch, in this order, and the requests that it leaves out. */
export interface FetchPlan {
  readonly jobs: readonly Job[];
  readonly left: readonly LeftRequest[];
}

/** The input of a plan. `contents` have the histories of `reading`'s requests; `now` in ms since 1970. */
export interface Known {
  readonly reading: StickReading;
  readonly contents: StickContents;
  readonly answers: AnswerStore;
  readonly now: number;
}

/**
 * Plans the fetch of the wanted requests, else of all that need no confirmation. Fails if any wanted request may not be
 * fetched.
 */
export async function planFetch(
  known: Known,
  wanted: readonly WantedRequest[] | undefined,
): Promise<Outcome<FetchPlan>> {
  const verdicts = verdictsOf(known.contents.requests, known.now);
  const chosen = wanted === undefined ? unconfirmed(verdicts) : allowed(known, verdicts, wanted);
  if (!chosen.ok) return chosen;
  const jobs: Job[] = [];
  for (const request of chosen.value.requests) {
    const job = await jobFor(known, request, verdicts.get(request));
    if (!job.ok) return job;
    jobs.push(job.value);
  }
  return ok({ jobs, left: chosen.value.left });
}

type Verdicts = ReadonlyMap<StickRequest, Verdict>;
interface Chosen {
  readonly requests: readonly StickRequest[];
  readonly left: readonly LeftRequest[];
}

function unconfirmed(verdicts: Verdicts): Outcome<Chosen> {
  const all = [...verdicts];
  return ok({
    requests: all.flatMap(([request, verdict]) => (isAllowed(verdict, null) ? [request] : [])),
    left: all.flatMap(([{ id }, { type, reason }]) =>
      id !== null && (type === "confirm" || type === "wait") ? [{ ticketId: id, reason }] : [],
    ),
  });
}

function allowed({ contents, now }: Known, verdicts: Verdicts, wanted: readonly WantedRequest[]): Outcome<Chosen> {
  const requests = new Set<StickRequest>();
  for (const { ticket, ticketSha256, confirmed } of wanted) {
    const request = contents.requests.find(({ id }) => id === ticket);
    const verdict = request && verdicts.get(request);
    if (request === undefined || verdict === undefined) return err({ code: "unknown-ticket", ticket });
    if (ticketSha256 !== undefined && ticketSha256 !== request.ticketSha256)
      return err({ code: "stick-changed-since" });
    if (!isAllowed(verdict, confirmed)) return err(request.problems[0] ?? problemOf(verdict, ticket, now));
    requests.add(request);
  }
  return ok({ requests: [...requests], left: [] });
}

/**
 * Checks that the confirmation allows the fetch of a URL saved by hand. A URL that already has a request is accepted here;
 * `saveRequest` refuses it later, unless a second fetch was confirmed.
 */
export function vetUrl({ contents, now }: Known, { file, urlSha256, confirmed }: WantedUrl): Outcome<void> {
  const url = contents.byHand.urls.find((one) => one.file === file);
  if (urlSha256 !== undefined && urlSha256 !== url?.urlSha256) return err({ code: "stick-changed-since" });
  const verdict = url && verdictOfUrl(url, contents.requests, now);
  return verdict === undefined || isAllowed(verdict, confirmed) ? ok(undefined) : err(problemOf(verdict, file, now));
}

/** Returns the reason why a request with this verdict is not fetched. */
function problemOf(verdict: Verdict, ticket: string, now: number): Problem {
  switch (verdict.type) {
    case "wait":
      return {
        code: "wait-not-over",
        ticket,
        until: verdict.until,
        minutes: Math.ceil((verdict.until - now) / 60_000),
      };
    case "confirm":
      if (verdict.reason === "limit-reached") return { code: "activations-used-up", ticket };
      return { code: "confirmation-needed", ticket, reason: verdict.reason };
    default:
      return { code: verdict.reason === "no-ticket" ? "unknown-ticket" : "already-answered", ticket };
  }
}

async function jobFor(
  { reading, answers }: Known,
  request: StickRequest,
  verdict: Verdict | undefined,
): Promise<Outcome<Job>> {
  const open = request.id === null ? undefined : reading.open.get(request.id);
  if (open === undefined) return err(request.problems[0] ?? { code: "unknown-ticket", ticket: request.folder });
  const withHistory = { ...open, request };
  if (verdict?.type !== "saved") return ok({ type: "asking", request: withHistory });
  const stored = await answers.find(open.ticket.id, open.ticketSha256);
  if (stored === null) return err({ code: "stick-changed-since" }); // the saved key was removed meanwhile
  return ok({ type: "store", request: withHistory, stored });
}
