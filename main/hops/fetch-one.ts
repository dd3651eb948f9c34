import { type Judgement, judgeAnswer } from "../../core/answer/alas-answer.ts";
import type { FetchProgress, FetchResult } from "../../core/hop-results.ts";
import type { Problem } from "../../core/problem.ts";
import { recordFiles } from "../../core/stick/records.ts";
import { stickFiles } from "../../core/stick/stick-layout.ts";
import type { RawAnswer } from "../alas/fetch-answer.ts";
import { commitFiles } from "../stick/commit.ts";
import { fingerprintOf } from "../stick/fingerprint.ts";
import { freeName } from "../stick/free-name.ts";
import { requestPath } from "../stick/paths.ts";
import type { OpenRequest } from "../stick/read-stick.ts";
import type { Stick } from "../stick/stick.ts";
import { answerText, keyRecord, refusalRecord } from "./answer-record.ts";
import type { FetchContext, FetchInput } from "./fetch.ts";
import { clearFetchMark, setFetchMark } from "./fetch-mark.ts";

/** What one fetch works with. */
interface Fetch {
  readonly stick: Stick;
  readonly request: OpenRequest;
  readonly context: FetchContext;
  readonly tell: (phase: FetchProgress["phase"]) => void;
}

type Refused = Extract<Judgement, { outcome: "refused" }>;
type Key = Extract<Judgement, { outcome: "key" }>;

/** One request: the stick proved ready, ALAS asked once, the answer judged, written, and read back. */
export async function fetchOne(
  stick: Stick,
  request: OpenRequest,
  { signal, onProgress }: FetchInput,
  context: FetchContext,
): Promise<FetchResult> {
  const ticketId = request.ticket.id;
  const tell = (phase: FetchProgress["phase"]): void => onProgress?.({ ticketId, phase });
  const result = await resultOf({ stick, request, context, tell }, signal);
  tell("done");
  return result;
}

async function resultOf(fetch: Fetch, signal: AbortSignal | undefined): Promise<FetchResult> {
  const { stick, request, context, tell } = fetch;
  if (signal?.aborted) return failed(fetch, { code: "fetch-cancelled" });
  const ready = await setFetchMark(stick, request.folder);
  if (!ready.ok) return failed(fetch, await context.whyUnwritable(stick, ready.error));
  const answer = await context.ask(request.url.text, { onPhase: tell, ...(signal ? { signal } : {}) });
  if (!answer.ok) return nothingCame(fetch, answer.error);
  const judgement = judgeAnswer(answer.value);
  if (judgement.outcome === "failed") return nothingCame(fetch, judgement.problem);
  tell("writing");
  return judgement.outcome === "key"
    ? storeKey(fetch, answer.value, judgement)
    : storeRefusal(fetch, answer.value, judgement);
}

/** Neither a key nor a refusal: the stick is to be as it was, also where an earlier fetch had been cut off. */
async function nothingCame(fetch: Fetch, problem: Problem): Promise<FetchResult> {
  const { stick, request } = fetch;
  if (request.request.state !== "incomplete") await clearFetchMark(stick, request.folder);
  return failed(fetch, problem);
}

/** The key first, its record last. Whatever keeps the stick from taking them, the key itself is not lost. */
async function storeKey(fetch: Fetch, answer: RawAnswer, { fileName, warnings }: Key): Promise<FetchResult> {
  const { stick, request, context, tell } = fetch;
  const ticketId = request.ticket.id;
  const keep = async (problem: Problem): Promise<FetchResult> => {
    const kept = await context.keep(answer.bytes, ticketId); // before anything else
    const reason = await context.whyUnwritable(stick, problem);
    return { ...failed(fetch, reason), ...(kept === null ? {} : { kept }) };
  };
  const name = await freeName(requestPath(stick, request.folder), fileName);
  if (!name.ok) return keep(name.error);
  const file = { name: name.value, ...fingerprintOf(answer.bytes) };
  const files = [
    { name: file.name, bytes: answer.bytes },
    { name: recordFiles.answer, bytes: keyRecord(request, answer, file, context) },
  ];
  const written = await commitFiles(stick, request.folder, files, () => tell("reading-back"));
  if (!written.ok) return keep(written.error);
  const { bytes, sha256 } = file;
  return { ticketId, outcome: "key", keyFile: file.name, bytes, sha256, warnings, verified: true };
}

/** A refusal is told even where the stick did not take its record: it is the answer that was waited for. */
async function storeRefusal(fetch: Fetch, answer: RawAnswer, { refusal }: Refused): Promise<FetchResult> {
  const { stick, request, context, tell } = fetch;
  const files = [
    { name: stickFiles.refusal, bytes: answerText(answer.bytes) },
    { name: recordFiles.answer, bytes: refusalRecord(request, answer, refusal, context) },
  ];
  const written = await commitFiles(stick, request.folder, files, () => tell("reading-back"));
  return { ticketId: request.ticket.id, outcome: "refused", error: refusal, verified: written.ok };
}

const failed = ({ request }: Fetch, error: Problem) =>
  ({ ticketId: request.ticket.id, outcome: "failed", error, verified: false }) as const;
