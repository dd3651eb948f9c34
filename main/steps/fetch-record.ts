import type { Counted } from "../../core/journal/fetch-history.ts";
import { type FetchBegun, type FetchEnded, JOURNAL_VERSION } from "../../core/journal/journal-entry.ts";
import type { Problem } from "../../core/problem.ts";
import type { KeyFile } from "../../core/stick/stick-contents.ts";
import { TICKET_ID_BYTES, ticketIdFrom } from "../../core/stick/ticket-id.ts";
import { fingerprintOf } from "../lib/sha256.ts";
import type { OpenRequest } from "../stick/read-stick.ts";
import type { Stick } from "../stick/stick.ts";
import type { FetchContext } from "./fetch-context.ts";
import { asBytes, timeOf } from "./record-head.ts";

/** Returns the journal's entry before ALAS is contacted: the request, the stick and the time. */
export async function begunEntry(stick: Stick, request: OpenRequest, context: FetchContext): Promise<FetchBegun> {
  const identity = (await context.identify?.(stick)) ?? null;
  return {
    version: JOURNAL_VERSION,
    type: "fetch-begun",
    at: timeOf(context),
    fetch: ticketIdFrom(context.random(TICKET_ID_BYTES)), // random and as long as a ticket's ID, so it is unique
    ticketId: request.ticket.id,
    assetId: request.request.assetId,
    urlSha256: fingerprintOf(asBytes(request.url.text)).sha256,
    stick: identity && { label: identity.label, serial: identity.serial },
  };
}

/** How a fetch ended. `at` is the time of the answer, the same as in answer.json. */
export interface FetchEnd {
  readonly at: string;
  readonly status: number | null;
  readonly counted: Counted;
  readonly came: { readonly key: KeyFile } | { readonly problem: Problem };
}

/** Returns the journal's entry after a fetch has ended. */
export function endedEntry(begun: FetchBegun, { at, status, counted, came }: FetchEnd): FetchEnded {
  const { version, fetch, ticketId, assetId, urlSha256 } = begun;
  const head = { version, type: "fetch-ended", at, fetch, ticketId, assetId, urlSha256, status, counted } as const;
  if ("key" in came) return { ...head, outcome: "key", code: null, alas: null, file: { ...came.key } };
  const { problem } = came;
  const alas = problem.code === "alas-refused" ? problem.alas.slice(0, 16) : null; // the record's limit
  return { ...head, outcome: alas === null ? "failed" : "refused", code: problem.code, alas, file: null };
}
