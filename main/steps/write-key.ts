import { err } from "../../core/result.ts";
import type { FetchResult, NoticeCode } from "../../core/step-results.ts";
import type { KeyRecord } from "../journal/answer-store.ts";
import type { FetchJob } from "./fetch-context.ts";
import { writeKeyToStick } from "./write-key-to-stick.ts";

/** A key, and where it lies on this computer; null when it could not be kept here. */
export interface AvailableKey {
  readonly record: KeyRecord;
  readonly bytes: Uint8Array;
  readonly path: string | null;
  /** It has just come; absent where ALAS was not asked for it now. */
  readonly counted?: "yes";
}

/** Puts a key on the stick, and tells the reason when the stick did not take it. */
export async function writeKeyAndReport(
  { stick, request, context, stickMutex, reportPhase }: Omit<FetchJob, "places" | "notices" | "doubts">,
  { record, bytes, path, counted }: AvailableKey,
  warnings: readonly NoticeCode[],
): Promise<FetchResult> {
  const ticketId = request.ticket.id;
  const put = await stickMutex(async () => {
    const written = await writeKeyToStick(stick, request.folder, record, bytes, reportPhase);
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
