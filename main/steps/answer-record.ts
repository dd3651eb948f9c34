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

/** An answer, and the time when it came: ISO 8601 with offset, the same as in this computer's journal. */
export interface TimedAnswer {
  readonly answer: RawAnswer;
  readonly at: string;
}

/** Returns the record of a key for answer.json. */
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

/** Returns the bytes of answer.json for a refusal: ALAS's code and name, cut to the record's limits. */
export function refusalRecord(
  request: OpenRequest,
  timed: TimedAnswer,
  { alas, name }: AlasRefusal,
  context: StepContext,
): Uint8Array {
  const error = { code: alas.slice(0, 16), name: name.slice(0, 64) };
  return asBytes(recordText({ ...headOf(request, timed, context), outcome: "refused", error }));
}

/** Returns ALAS's answer as UTF-8 text, for support and for reading without the app. */
export function answerText(bytes: Uint8Array): Uint8Array {
  const decoded = decodeText(bytes);
  const text = asBytes(decoded === null || decoded.includes("\0") ? roughText(bytes) : decoded); // NULs: UTF-16 without a BOM
  if (text.length <= limits.text) return text;
  let end: number = limits.text;
  while (end > 0 && ((text[end] ?? 0) & 0xc0) === 0x80) end -= 1; // does not cut a character in two
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
