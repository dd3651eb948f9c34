import pLimit from "p-limit";
import type { Outcome } from "../../core/problem.ts";
import { ok } from "../../core/result.ts";
import type { ScanProgress, StickContents, StickRequest } from "../../core/stick/stick-contents.ts";
import type { AnswerStore } from "../journal/answer-store.ts";
import { readStick, type StickReading } from "../stick/read-stick.ts";
import type { Stick } from "../stick/stick.ts";
import { type EarlierFetches, earlierFetches } from "./earlier-fetches.ts";
import type { FetchContext } from "./fetch.ts";
import { hostsOf } from "./hosts-of.ts";

const ANSWERS_AT_ONCE = 32;
const TELL_MS = 1_000;

/**
 * What is on a stick, whether it is the one that this computer's last request was written to, and what is known of earlier
 * fetches of each request's system. `onProgress` is told how far a reading is that takes longer than a second.
 */
export async function scanStick(
  stick: Stick,
  context: Pick<FetchContext, "known" | "now" | "policy" | "journal" | "answers">,
  onProgress?: (progress: ScanProgress) => void,
): Promise<Outcome<StickContents>> {
  const { known, now, journal, answers } = context;
  const reading = await readStick(stick, hostsOf(context), onProgress && onceASecond(onProgress));
  if (!reading.ok) return reading;
  const { contents } = reading.value;
  const earlier = await earlierFetches(reading.value, journal, now().getTime());
  const requests = await withHistories(reading.value, earlier, answers);
  const another = (await known?.another(stick, contents, now().getTime())) ?? null;
  return ok({ ...contents, requests, ...(another === null ? {} : { another }) });
}

/** Passes on at most one report a second, the first a second after the start. `clock` is monotonic, in ms. */
export function onceASecond<T>(tell: (report: T) => void, clock = () => performance.now()): (report: T) => void {
  let told = clock();
  return (report) => {
    if (clock() - told < TELL_MS) return;
    told = clock();
    tell(report);
  };
}

async function withHistories(
  { contents, open }: StickReading,
  earlier: EarlierFetches,
  answers: AnswerStore,
): Promise<readonly StickRequest[]> {
  const kept = await answers.tickets();
  return await pLimit(ANSWERS_AT_ONCE).map(contents.requests, async (request) => {
    const { id } = request;
    if (id === null) return request;
    const ticketSha256 = kept.has(id) ? open.get(id)?.ticketSha256 : undefined;
    const stored = ticketSha256 === undefined ? null : await answers.find(id, ticketSha256);
    return { ...request, history: { ...earlier.history(request, id), storedAt: stored?.record.fetchedAt ?? null } };
  });
}
