import type { FetchResult, NoticeCode } from "../../core/hop-results.ts";
import { err } from "../../core/result.ts";
import type { KeyRecord } from "../journal/answer-store.ts";
import type { Fetch } from "./fetch-context.ts";
import { putKey } from "./put-key.ts";

/** A key, and where it lies on this computer; null when it could not be kept here. */
export interface KeyAtHand {
  readonly record: KeyRecord;
  readonly bytes: Uint8Array;
  readonly path: string | null;
  /** It has just come; absent where ALAS was not asked for it now. */
  readonly counted?: "yes";
}

/** Puts a key on the stick, and tells the reason when the stick did not take it. */
export async function writeKey(
  { stick, request, context, alone, tell }: Omit<Fetch, "places" | "notices" | "doubts">,
  { record, bytes, path, counted }: KeyAtHand,
  warnings: readonly NoticeCode[],
): Promise<FetchResult> {
  const ticketId = request.ticket.id;
  const put = await alone(async () => {
    const written = await putKey(stick, request.folder, record, bytes, tell);
    return written.ok ? written : err(await context.whyUnwritable(stick, written.error));
  });
  if (put.ok) {
    const { name, bytes: size, sha256 } = put.value;
    return { ticketId, outcome: "key", keyFile: name, bytes: size, sha256, warnings, verified: true };
  }
  const kept = path === null ? {} : { kept: path, keptIs: "key" as const };
  const cost = counted === undefined ? {} : { counted };
  return { ticketId, outcome: "failed", error: put.error, verified: false, ...cost, ...kept };
}
