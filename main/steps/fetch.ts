import pLimit from "p-limit";
import type { Outcome, Problem } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import type { FetchProgress, FetchResult, NoticeCode } from "../../core/step-results.ts";
import type { TicketId } from "../../core/stick/records.ts";
import { updateNextStep } from "../stick/next-step-file.ts";
import { readStick } from "../stick/read-stick.ts";
import type { Stick } from "../stick/stick.ts";
import { createKeyComparison } from "./compare-keys.ts";
import { type EarlierFetches, earlierFetches } from "./earlier-fetches.ts";
import { type FetchContext, type FetchJob, notFetched } from "./fetch-context.ts";
import { fetchOne } from "./fetch-one.ts";
import {
  type FetchPlan,
  type Job,
  type Known,
  type LeftRequest,
  planFetch,
  vetUrl,
  type WantedRequest,
  type WantedUrl,
} from "./fetch-plan.ts";
import { hostsOf } from "./hosts-of.ts";
import { saveRequest } from "./request.ts";
import { createReservations } from "./reservations.ts";
import { writeKeyAndReport } from "./write-key-to-stick.ts";

/** The input of step 2: the wanted requests, or a URL saved by hand, else all that need no confirmation. */
export interface FetchInput {
  readonly requests?: readonly WantedRequest[];
  readonly byHand?: WantedUrl;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: FetchProgress) => void;
  /** Called once, before ALAS is contacted. */
  readonly onPlan?: (plan: FetchPlanned) => void;
}

/** The requests that are fetched, each with its URL's host, and those that are left out. */
export interface FetchPlanned {
  readonly requests: readonly { readonly ticketId: TicketId; readonly host: string | null }[];
  readonly left: readonly LeftRequest[];
}

/** The limit of requests to ALAS at a time. Writes to the stick still happen one after the other. */
const AT_ONCE = 4;

/**
 * Runs step 2 at Computer A: contacts ALAS once for each request, or takes the key that this computer has stored, and
 * writes the answers to the stick. The results are in the order of the requests. A failed fetch does not stop the others.
 * An invalid request (unknown ticket, key already there) stops all before ALAS is contacted.
 */
export const fetchKeys = (
  stick: Stick,
  input: FetchInput,
  context: FetchContext,
): Promise<Outcome<readonly FetchResult[]>> => context.locks.hold(stick.root, () => fetchLocked(stick, input, context));

async function fetchLocked(
  stick: Stick,
  input: FetchInput,
  context: FetchContext,
): Promise<Outcome<readonly FetchResult[]>> {
  const planned = await planFor(stick, input, context);
  if (!planned.ok) return planned;
  const { plan, earlier, assetIds } = planned.value;
  const hosts = plan.jobs.map(({ request: { ticket, request } }) => ({ ticketId: ticket.id, host: request.host }));
  input.onPlan?.({ requests: hosts, left: plan.left });
  const shared = {
    stick,
    context: withOneReason(context),
    stickMutex: pLimit(1),
    reservations: createReservations(),
    compareKey: createKeyComparison(earlier.keys, assetIds),
  };
  const results = await pLimit(AT_ONCE).map(plan.jobs, async (job) => {
    const ticketId = job.request.ticket.id;
    const reportPhase = (phase: FetchProgress["phase"]): void => input.onProgress?.({ ticketId, phase });
    const fetch = { ...shared, request: job.request, notices: noticesOf(job), signal: input.signal, reportPhase };
    const result = await resultOf(job, fetch);
    input.onProgress?.({ ticketId, phase: "done", outcome: result.outcome });
    return result;
  });
  if (!results.some(({ verified }) => verified)) return ok(results); // no new answer, so NEXT-STEP.txt stays valid
  const notices = await updateNextStep(stick, hostsOf(context));
  return ok(results.map((one) => (one.outcome === "key" ? { ...one, warnings: [...one.warnings, ...notices] } : one)));
}

async function resultOf(job: Job, fetch: FetchJob): Promise<FetchResult> {
  if (fetch.signal?.aborted) return notFetched(job.request, { code: "fetch-cancelled" });
  try {
    if (job.type === "asking") return await fetchOne(fetch);
    const result = await writeKeyAndReport(fetch, job.stored, ["key-from-this-computer"]);
    return result.outcome === "key" ? { ...result, fromStore: true } : result;
  } catch (error) {
    // A bug in one fetch must not stop the others.
    const detail = error instanceof Error ? error.message : String(error);
    const result = notFetched(job.request, { code: "unexpected", detail });
    return job.type === "asking" ? { ...result, counted: "perhaps" } : result;
  }
}

/** Warns if the system was fetched before, on any computer. */
function noticesOf({ type, request }: Job): readonly NoticeCode[] {
  const known = type === "asking" ? (request.request.history?.fetches ?? []) : [];
  return known.some(({ counted }) => counted !== "no") ? ["fetched-before"] : [];
}

/** Asks the system once for the cause, even if many writes fail. */
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

interface Planned {
  readonly plan: FetchPlan;
  readonly earlier: EarlierFetches;
  readonly assetIds: readonly string[]; // of all requests on the stick
}

async function planFor(
  stick: Stick,
  { byHand, requests }: FetchInput,
  context: FetchContext,
): Promise<Outcome<Planned>> {
  const look = await lookAt(stick, context);
  if (!look.ok || byHand === undefined) return look.ok ? await planned(look.value, requests) : look;
  const { file, confirmed } = byHand;
  const url = look.value.known.reading.byHandUrls.get(file);
  if (url === undefined) return err({ code: "by-hand-unusable", file });
  const vetted = vetUrl(look.value.known, byHand);
  if (!vetted.ok) return vetted;
  const again = confirmed === "again";
  const requested = await saveRequest(stick, { pasted: url.text, minimal: false, again, byHand: true }, context);
  if (!requested.ok) return requested;
  const fresh = await lookAt(stick, context);
  return fresh.ok ? await planned(fresh.value, [{ ticket: requested.value.ticket.id, confirmed }]) : fresh;
}

interface Look {
  readonly known: Known;
  readonly earlier: EarlierFetches;
}

async function lookAt(stick: Stick, context: FetchContext): Promise<Outcome<Look>> {
  const reading = await readStick(stick, hostsOf(context));
  if (!reading.ok) return reading;
  const now = context.now().getTime();
  const earlier = await earlierFetches(stick, reading.value, context, now);
  const { contents } = earlier;
  return ok({ known: { reading: reading.value, contents, answers: context.answers, now }, earlier });
}

async function planned(
  { known, earlier }: Look,
  wanted: readonly WantedRequest[] | undefined,
): Promise<Outcome<Planned>> {
  const plan = await planFetch(known, wanted);
  const assetIds = known.contents.requests.flatMap(({ assetId }) => assetId ?? []);
  return plan.ok ? ok({ plan: plan.value, earlier, assetIds }) : plan;
}
