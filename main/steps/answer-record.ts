import { roughText } from "../../core/answer/rough-text.ts";
import type { AlasRefusal } from "../../core/problem.ts";
import { type AnswerRecord, FORMAT_VERSION, recordText } from "../../core/stick/records.ts";
import type { KeyFile } from "../../core/stick/stick-contents.ts";
import { limits } from "../../core/stick/stick-layout.ts";
import type { RawAnswer } from "../alas/fetch-answer.ts";
import type { KeyRecord } from "../journal/answer-store.ts";
import { decodeText } from "../lib/decode-text.ts";
import type { OpenRequest } from "../stick/read-stick.ts";
import type { StepContext } from "./context.ts";
import { asBytes, senderOf } from "./record-head.ts";

/** An answer, and when it came: ISO 8601 with offset, the same as in this computer's record. */
export interface TimedAnswer {
  readonly answer: RawAnswer;
  readonly at: string;
}

/** What answer.json says of a key. */
export const keyRecord = (
  request: OpenRequest,
  timed: TimedAnswer,
  file: KeyFile,
  context: StepContext,
): KeyRecord => ({
  ...headOf(request, timed, context),
  outcome: "key",
  file: { ...file },
});

/** The bytes of answer.json for a refusal: ALAS's own code and name, cut to what a record may hold. */
export function refusalRecord(
  request: OpenRequest,
  timed: TimedAnswer,
  { alas, name }: AlasRefusal,
  context: StepContext,
): Uint8Array {
  const error = { code: alas.slice(0, 16), name: name.slice(0, 64) };
  return asBytes(recordText({ ...headOf(request, timed, context), outcome: "refused", error }));
}

/** What ALAS said, as UTF-8, for whoever reads the stick without the app, and for the service representative. */
export function answerText(bytes: Uint8Array): Uint8Array {
  const decoded = decodeText(bytes);
  const text = asBytes(decoded === null || decoded.includes("\0") ? roughText(bytes) : decoded); // NULs: UTF-16 without a mark
  if (text.length <= limits.text) return text;
  let end: number = limits.text;
  while (end > 0 && ((text[end] ?? 0) & 0xc0) === 0x80) end -= 1; // not in the middle of a character
  return text.subarray(0, end);
}

function headOf({ ticket, ticketSha256 }: OpenRequest, { answer, at }: TimedAnswer, context: StepContext) {
  const { host, status, contentType } = answer;
  return {
    format: "keyferry-answer",
    version: FORMAT_VERSION,
    ticketId: ticket.id,
    ticketSha256,
    fetchedAt: at,
    server: { host, status, contentType: contentType?.slice(0, 256) ?? null },
    ...senderOf(context, ticket.from === undefined),
  } as const satisfies Omit<AnswerRecord, "outcome" | "file" | "error">;
}
