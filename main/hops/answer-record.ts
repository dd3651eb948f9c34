import { decodeText } from "../../core/answer/decode-text.ts";
import type { AlasRefusal } from "../../core/problem.ts";
import { type Answer, FORMAT_VERSION, recordText } from "../../core/stick/records.ts";
import type { KeyFile } from "../../core/stick/stick-contents.ts";
import { limits } from "../../core/stick/stick-layout.ts";
import type { RawAnswer } from "../alas/fetch-answer.ts";
import type { OpenRequest } from "../stick/read-stick.ts";
import type { HopContext } from "./context.ts";
import { asBytes, senderOf, timeOf } from "./record-head.ts";

/** The bytes of answer.json for a key. */
export const keyRecord = (request: OpenRequest, answer: RawAnswer, file: KeyFile, context: HopContext): Uint8Array =>
  asBytes(recordText({ ...headOf(request, answer, context), outcome: "key", file: { ...file } }));

/** The bytes of answer.json for a refusal: ALAS's own code and name, cut to what a record may hold. */
export function refusalRecord(
  request: OpenRequest,
  answer: RawAnswer,
  { alas, name }: AlasRefusal,
  context: HopContext,
): Uint8Array {
  const error = { code: alas.slice(0, 16), name: name.slice(0, 64) };
  return asBytes(recordText({ ...headOf(request, answer, context), outcome: "refused", error }));
}

/** What ALAS said, as UTF-8, for whoever reads the stick without the app, and for the service representative. */
export function answerText(bytes: Uint8Array): Uint8Array {
  const text = asBytes(decodeText(bytes));
  if (text.length <= limits.text) return text;
  let end: number = limits.text;
  while (end > 0 && ((text[end] ?? 0) & 0xc0) === 0x80) end -= 1; // not in the middle of a character
  return text.subarray(0, end);
}

function headOf({ ticket, ticketSha256 }: OpenRequest, answer: RawAnswer, context: HopContext) {
  const { host, status, contentType, certificateSha256 } = answer;
  return {
    format: "keyferry-answer",
    version: FORMAT_VERSION,
    ticketId: ticket.id,
    ticketSha256,
    fetchedAt: timeOf(context),
    server: { host, status, contentType: contentType?.slice(0, 256) ?? null, certificateSha256 },
    ...senderOf(context, ticket.from === undefined),
  } as const satisfies Omit<Answer, "outcome" | "file" | "error">;
}
