import pLimit from "p-limit";
import type { StickIdentity } from "../../core/drives/stick-identity.ts";
import type { FetchProgress, FetchResult, NoticeCode } from "../../core/hop-results.ts";
import type { Outcome, Problem } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import type { TicketId } from "../../core/stick/records.ts";
import type { FetchOptions, RawAnswer } from "../alas/fetch-answer.ts";
import type { AnswerStore } from "../journal/answer-store.ts";
import type { FetchLocks } from "../journal/fetch-locks.ts";
import type { Journal } from "../journal/journal.ts";
import { updateNextStep } from "../stick/next-step-file.ts";
import { readStick, type StickReading } from "../stick/read-stick.ts";
import type { Stick } from "../stick/stick.ts";
import type { HopContext } from "./context.ts";
import { type EarlierFetches, earlierFetches } from "./earlier-fetches.ts";
import { type Fetch, fetchOne, notAsked } from "./fetch-one.ts";
import { type FetchPlan, type Job, planFetch } from "./fetch-plan.ts";
import { hostsOf } from "./hosts-of.ts";
import { createPlaces } from "./places.ts";
import { requestHop } from "./request.ts";
import { watchKeys } from "./watch-keys.ts";
import { writeKey } from "./write-key.ts";

/** What hop 2 is asked for: the named requests, or one that somebody saved by hand, else all that were not fetched yet. */
export interface FetchInput {
  readonly tickets?: readonly TicketId[];
  /** Also after 3.5, and also for a URL by hand that the stick has a request for. */
  readonly again: boolean;
  /** A file as a scan named it. */
  readonly byHand?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: FetchProgress) => void;
  /** Told once, before ALAS is asked. */
  readonly onPlan?: (plan: FetchPlanned) => void;
}

/** How many requests are taken up, and which are not: an earlier fetch of theirs was cut off and may have counted. */
export interface FetchPlanned {
  readonly count: number;
  readonly left: readonly TicketId[];
}

/** What hop 2 needs of the world besides. */
export interface FetchContext extends HopContext {
  /** Asks ALAS once. */
  ask(url: string, options: FetchOptions): Promise<Outcome<RawAnswer>>;
  /** This computer's record of fetches. */
  readonly journal: Journal;
  /** What ALAS sent to this computer. */
  readonly answers: AnswerStore;
  /** Keeps this computer's other programs from the stick's requests meanwhile. */
  readonly locks: FetchLocks;
  /** What tells the stick from others, for the record; absent where nothing does. */
  identify?(stick: Stick): Promise<StickIdentity | null>;
}

/** ALAS is asked for so many at a time; the stick is written one after the other all the same. */
const AT_ONCE = 4;

/**
 * Hop 2, at Computer A: asks ALAS once for each request, or writes the key again that this computer still has, and puts
 * what came on the stick. The results are in the order of the requests. A failure is a result like any other and stops
 * nothing; what was asked for in vain (an unknown ticket, one that has its key) stops all of it before ALAS is asked.
 */
export const fetchHop = (
  stick: Stick,
  input: FetchInput,
  context: FetchContext,
): Promise<Outcome<readonly FetchResult[]>> => context.locks.hold(stick.root, () => fetchAlone(stick, input, context));

async function fetchAlone(
  stick: Stick,
  input: FetchInput,
  context: FetchContext,
): Promise<Outcome<readonly FetchResult[]>> {
  const planned = await planFor(stick, input, context);
  if (!planned.ok) return planned;
  const { plan, earlier, assetIds } = planned.value;
  input.onPlan?.({ count: plan.jobs.length, left: plan.left });
  const doubts = watchKeys(earlier.keys, assetIds);
  const shared = { stick, context: withOneReason(context), alone: pLimit(1), places: createPlaces(), doubts };
  const results = await pLimit(AT_ONCE).map(plan.jobs, async (job) => {
    const ticketId = job.request.ticket.id;
    const tell = (phase: FetchProgress["phase"]): void => input.onProgress?.({ ticketId, phase });
    const fetch = { ...shared, request: job.request, notices: noticesOf(job, earlier), signal: input.signal, tell };
    const result = await resultOf(job, fetch);
    input.onProgress?.({ ticketId, phase: "done", outcome: result.outcome });
    return result;
  });
  if (!results.some(({ verified }) => verified)) return ok(results); // the stick is as it was
  const notices = await updateNextStep(stick, hostsOf(context));
  return ok(results.map((one) => (one.outcome === "key" ? { ...one, warnings: [...one.warnings, ...notices] } : one)));
}

async function resultOf(job: Job, fetch: Fetch): Promise<FetchResult> {
  if (fetch.signal?.aborted) return notAsked(job.request, { code: "fetch-cancelled" });
  try {
    if (job.by === "asking") return await fetchOne(fetch);
    const result = await writeKey(fetch, job.stored, ["key-from-this-computer"]);
    return result.outcome === "key" ? { ...result, fromStore: true } : result;
  } catch (error) {
    // A fault of ours: it must not take the others with it.
    const detail = error instanceof Error ? error.message : String(error);
    const result = notAsked(job.request, { code: "unexpected", detail });
    return job.by === "asking" ? { ...result, counted: "perhaps" } : result;
  }
}

/** Each fetch of a system may cost an activation: that there was one is said, whoever made it. */
function noticesOf({ by, request }: Job, earlier: EarlierFetches): readonly NoticeCode[] {
  const known = by === "asking" ? earlier.of(request.request, request.ticket.id) : [];
  return known.some(({ past }) => past.counted !== "no") ? ["fetched-before"] : [];
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

interface Planned {
  readonly plan: FetchPlan;
  readonly earlier: EarlierFetches;
  readonly assetIds: readonly string[]; // of all requests on the stick
}

async function planFor(stick: Stick, input: FetchInput, context: FetchContext): Promise<Outcome<Planned>> {
  const { byHand, tickets, again } = input;
  const hosts = hostsOf(context);
  const reading = await readStick(stick, hosts);
  if (!reading.ok) return reading;
  if (byHand === undefined) return await planned(reading.value, tickets, again, context);
  const url = reading.value.byHandUrls.get(byHand);
  if (url === undefined) return err({ code: "by-hand-unusable", file: byHand });
  const requested = await requestHop(stick, { pasted: url.text, minimal: false, again, byHand: true }, context);
  if (!requested.ok) return requested;
  const fresh = await readStick(stick, hosts);
  return fresh.ok ? await planned(fresh.value, [requested.value.ticket.id], again, context) : fresh;
}

async function planned(
  reading: StickReading,
  tickets: readonly TicketId[] | undefined,
  again: boolean,
  { journal, answers, now }: FetchContext,
): Promise<Outcome<Planned>> {
  const earlier = await earlierFetches(reading, journal, now().getTime());
  const plan = await planFetch(reading, tickets, again, { earlier, answers });
  const assetIds = reading.contents.requests.flatMap(({ assetId }) => assetId ?? []);
  return plan.ok ? ok({ plan: plan.value, earlier, assetIds }) : plan;
}
