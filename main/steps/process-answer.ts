import { type Judgement, judgeAnswer } from "../../core/answer/alas-answer.ts";
import { countedOf } from "../../core/journal/counted.ts";
import type { Counted } from "../../core/journal/fetch-history.ts";
import type { FetchBegun } from "../../core/journal/journal-entry.ts";
import type { Outcome, Problem } from "../../core/problem.ts";
import type { FetchResult } from "../../core/step-results.ts";
import { recordFiles } from "../../core/stick/records.ts";
import { stickFiles } from "../../core/stick/stick-layout.ts";
import type { RawAnswer } from "../alas/fetch-answer.ts";
import { fingerprintOf } from "../lib/sha256.ts";
import { commitFiles } from "../stick/commit.ts";
import { answerText, keyRecord, refusalRecord, type TimedAnswer } from "./answer-record.ts";
import type { FetchJob } from "./fetch-context.ts";
import { removeFetchMarker } from "./fetch-marker.ts";
import { endedEntry } from "./fetch-record.ts";
import { timeOf } from "./record-head.ts";
import { writeKeyAndReport } from "./write-key-to-stick.ts";

type Refused = Extract<Judgement, { outcome: "refused" }>;
type Key = Extract<Judgement, { outcome: "key" }>;

type SavedAnswer = Pick<Extract<FetchResult, { outcome: "refused" | "failed" }>, "kept" | "keptIs">;

/** One fetch, and its first entry in the journal. */
interface Begun {
  readonly fetch: FetchJob;
  readonly begun: FetchBegun;
}

/**
 * Judges ALAS's answer, then stores it on this computer and records it in the journal, and only then writes to the stick,
 * which may be pulled at any moment. `sent`: the request may have left this computer.
 */
export async function processAnswer(one: Begun, outcome: Outcome<RawAnswer>, sent: boolean): Promise<FetchResult> {
  const at = timeOf(one.fetch.context);
  if (!outcome.ok) {
    const { error } = outcome;
    const counted = error.code === "fetch-cancelled" && !sent ? "no" : countedOf(error);
    return await processFailure(one, { at, status: null, problem: error, counted });
  }
  const timed = { answer: outcome.value, at };
  const judgement = judgeAnswer(outcome.value);
  switch (judgement.outcome) {
    case "key":
      return await processKey(one, timed, judgement);
    case "refused":
      return await processRefusal(one, timed, judgement);
    case "failed": {
      const { problem } = judgement;
      const saved = await storeRawAnswer(one, timed);
      const end = { at, status: outcome.value.status, problem, counted: countedOf(problem) };
      return { ...(await processFailure(one, end)), ...saved };
    }
  }
}

interface Failure {
  readonly at: string;
  readonly status: number | null;
  readonly problem: Problem;
  readonly counted: Counted;
}

/** Records a fetch that returned neither a key nor a refusal. */
async function processFailure({ fetch, begun }: Begun, failure: Failure): Promise<FetchResult> {
  const { problem, counted } = failure;
  // When this entry cannot be written, the journal shows an interrupted fetch, which may have counted.
  await fetch.context.journal.append(endedEntry(begun, { ...failure, came: { problem } }));
  await removeFetchMarker(fetch);
  return { ticketId: begun.ticketId, outcome: "failed", error: problem, verified: false, counted };
}

/** Stores the key on this computer first, so that a failing stick does not lose it. */
async function processKey(
  { fetch, begun }: Begun,
  timed: TimedAnswer,
  { fileName, warnings }: Key,
): Promise<FetchResult> {
  const { context, request, notices } = fetch;
  const { bytes, status } = timed.answer;
  const key = { name: fileName, ...fingerprintOf(bytes) };
  const record = keyRecord(request, timed, key, context);
  const keyWarnings = fetch.compareKey({ assetId: begun.assetId, name: fileName, sha256: key.sha256, bytes });
  const ended = endedEntry(begun, { at: timed.at, status, counted: "yes", came: { key } });
  const [path] = await Promise.all([context.answers.storeKey(record, bytes), context.journal.append(ended)]);
  return await writeKeyAndReport(fetch, { record, bytes, path, counted: "yes" }, [
    ...warnings,
    ...keyWarnings,
    ...notices,
  ]);
}

/** Reports a refusal even when its record could not be written to the stick: ALAS has answered. */
async function processRefusal({ fetch, begun }: Begun, timed: TimedAnswer, { refusal }: Refused): Promise<FetchResult> {
  const { stick, request, context, stickMutex, reportPhase } = fetch;
  const saved = await storeRawAnswer({ fetch, begun }, timed);
  const { status, bytes } = timed.answer;
  const counted = countedOf(refusal);
  await context.journal.append(endedEntry(begun, { at: timed.at, status, counted, came: { problem: refusal } }));
  const files = [
    { name: stickFiles.refusal, bytes: answerText(bytes) },
    { name: recordFiles.answer, bytes: refusalRecord(request, timed, refusal, context) },
  ];
  const written = await stickMutex(() => {
    reportPhase("writing");
    return commitFiles(stick, request.folder, files, () => reportPhase("reading-back"));
  });
  return { ticketId: begun.ticketId, outcome: "refused", error: refusal, verified: written.ok, counted, ...saved };
}

/** Stores an answer without a key: support may ask for it. */
async function storeRawAnswer({ fetch, begun }: Begun, { answer }: TimedAnswer): Promise<SavedAnswer> {
  const path = await fetch.context.answers.keepRaw(begun.ticketId, answer.bytes);
  return path === null ? {} : { kept: path, keptIs: "answer" };
}
