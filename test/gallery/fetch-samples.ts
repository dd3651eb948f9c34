import { countedOf } from "../../core/journal/counted.ts";
import type { FetchHistory, PastFetch } from "../../core/journal/fetch-history.ts";
import type { Problem } from "../../core/problem.ts";
import type { FetchProgress, FetchResult } from "../../core/step-results.ts";
import type { TicketId } from "../../core/stick/records.ts";
import type { StickContents, StickRequest } from "../../core/stick/stick-contents.ts";
import * as sample from "./samples.ts";

const MINUTE = 60_000;

/** The time of the gallery's clock (ms since 1970). */
export const NOW = Date.parse("2026-11-24T10:20:00+09:00");

const noHistory: FetchHistory = { fetches: [], remaining: 3, retry: null, neverSent: false, storedAt: null };
export const withHistory = (request: StickRequest, history: Partial<FetchHistory>): StickRequest => ({
  ...request,
  history: { ...noHistory, ...history },
});

const past: PastFetch = {
  at: "2026-03-02T14:05:31+09:00",
  outcome: "key",
  alas: null,
  counted: "yes",
  knownFrom: "this-computer",
};
const cutOffBefore: PastFetch = { ...past, at: "2026-11-24T09:58:10+09:00", outcome: "cut-off", counted: "perhaps" };
const refusedBefore: PastFetch = {
  ...past,
  at: "2026-11-24T10:16:37+09:00",
  outcome: "refused",
  alas: "2.1",
  counted: "no",
};

export const fresh = withHistory(sample.requested, {});
/** A request whose key was fetched in March and whose last fetch broke off today. */
export const fetchedBefore = withHistory(sample.requested, { fetches: [past, cutOffBefore], remaining: 2 });
export const twice = { ...withHistory(sample.otherRequested, {}), assetId: "ze-207" };
export const cutOff = withHistory(sample.cutOff, { fetches: [cutOffBefore] });
export const kept = withHistory(sample.cutOff, {
  fetches: [{ ...past, at: "2026-11-24T09:58:10+09:00" }],
  remaining: 2,
  storedAt: "2026-11-24T09:58:10+09:00",
});
export const waiting = withHistory(sample.refused, {
  fetches: [refusedBefore],
  retry: { type: "after", at: NOW + 11 * MINUTE + 37_000 },
});
const refusedNow = withHistory(sample.refused, {
  fetches: [{ ...refusedBefore, at: "2026-11-24T10:20:00+09:00" }],
  retry: { type: "after", at: NOW + 15 * MINUTE },
});
export const due = withHistory(sample.refused, {
  fetches: [{ ...refusedBefore, at: "2026-11-24T10:05:00+09:00" }],
  retry: { type: "after", at: NOW },
});
export const spent = withHistory(sample.refused, {
  fetches: [{ ...refusedBefore, at: "2026-11-24T09:40:00+09:00" }, refusedBefore],
  retry: { type: "spent" },
});
export const withoutAssetId: StickRequest = {
  ...sample.refused,
  assetId: null,
  next: "request-again",
  refusal: { alas: "3.1", name: "ALAS_INVALID_ARG" },
};

/** The error codes of ALAS, and one that is in no list. */
export const codes = {
  "2.1": "ALAS_UNKNOWN_SITEID",
  "3.1": "ALAS_INVALID_ARG",
  "3.2": "ALAS_INVALID_SITEID",
  "3.3": "ALAS_NO_SIGN",
  "3.4": "ALAS_NO_ATLAS_UPDATE",
  "3.5": "ALAS_NO_MORE_ACTIVATION",
  "9.0": "ALAS_UNKNOWN",
  "7.4": "",
} as const;
export type Code = keyof typeof codes;

const ANSWERS = "C:\\Users\\operator\\AppData\\Roaming\\Keyferry\\answers";
type Failed = Exclude<FetchResult, { readonly outcome: "key" }>;

export function refusedWith(alas: Code, ticketId = sample.requested.id ?? sample.ticketId("3F9A2C7K1M")): Failed {
  const error = { code: "alas-refused", alas, name: codes[alas] } as const;
  const kept = `${ANSWERS}\\${ticketId}\\answer-1.raw`;
  return { ticketId, outcome: "refused", error, counted: countedOf(error), verified: true, kept, keptIs: "answer" };
}

export const failedWith = (error: Problem, more: Partial<Failed> = {}): Failed => ({
  ticketId: sample.ticketId("3F9A2C7K1M"),
  outcome: "failed",
  error,
  verified: false,
  ...more,
});
export const keptAnswer = { kept: `${ANSWERS}\\3F9A2C7K1M\\answer-1.raw`, keptIs: "answer" } as const;
export const keptKey = { kept: `${ANSWERS}\\3F9A2C7K1M\\av_12345_A.key`, keptIs: "key", counted: "yes" } as const;

// A stick with 200 requests.
const ids = Array.from({ length: 200 }, (_, index) => sample.ticketId(String(index).padStart(10, "0")));
const assetIdAt = (index: number): string => `ze-${1001 + index}`;
const at = (index: number, request: StickRequest): StickRequest => {
  const id = ids[index] ?? null;
  return {
    ...request,
    id,
    assetId: assetIdAt(index),
    folder: `${assetIdAt(index)}-${id}`,
    note: index % 20 === 1 ? request.note : null,
  };
};
/** The requests that are not fresh, by index. */
const notFresh = new Map<number, StickRequest>([
  [3, kept],
  [7, fetchedBefore],
  [41, waiting],
  [42, due],
  [77, cutOff],
  [78, { ...sample.refused, refusal: { alas: "3.3", name: codes["3.3"] } }],
  [120, spent],
  [150, sample.answered],
  [151, sample.delivered],
  [152, sample.usedUp],
]);

export const plant: StickContents = sample.holding(...ids.map((_, index) => at(index, notFresh.get(index) ?? fresh)));
export const plantFresh: StickContents = sample.holding(...ids.map((_, index) => at(index, fresh)));

export const keyFor = (ticketId: TicketId, keyFile: string): Extract<FetchResult, { outcome: "key" }> => ({
  ticketId,
  outcome: "key",
  keyFile,
  bytes: 2301,
  sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  warnings: [],
  verified: true,
});

const key = (index: number): FetchResult =>
  keyFor(ids[index] ?? sample.ticketId("3F9A2C7K1M"), `av_${20_000 + index}_A.key`);

const faults: readonly Problem[] = [
  { code: "net-time-out", ms: 60_000 },
  { code: "net-time-out", ms: 60_000 },
  { code: "net-time-out", ms: 60_000 },
  { code: "answer-html" },
  { code: "answer-html" },
  { code: "http-status", status: 503 },
  { code: "answer-cut-off", bytes: 1200 },
  { code: "answer-json" },
];
const refusals: readonly Code[] = ["2.1", "2.1", "3.5", "3.5", "3.5", "3.5", "3.3", "3.4", "9.0", "2.1", "3.5", "3.5"];

/** 180 keys and 20 failures, spread over the stick. */
export const plantResults: readonly FetchResult[] = ids.map((ticketId, index) => {
  if (index % 10 !== 4) return key(index);
  const fault = faults[Math.floor(index / 10)];
  if (fault) return { ...failedWith(fault, { counted: "perhaps" }), ticketId };
  return refusedWith(refusals[Math.floor(index / 10) - faults.length] ?? "9.0", ticketId);
});

/** Cancelled after 60 keys, while four requests were running. */
export const plantCancelled: readonly FetchResult[] = ids.map((ticketId, index) => {
  if (index < 60) return key(index);
  return { ...failedWith({ code: "fetch-cancelled" }, index < 64 ? { counted: "perhaps" } : {}), ticketId };
});

/** The stick's contents after these results of its 200 requests. */
export const plantAfter = (results: readonly FetchResult[]): StickContents =>
  sample.holding(...results.map((result, index) => at(index, requestAfter(result))));

function requestAfter(result: FetchResult): StickRequest {
  if (result.outcome === "key") return sample.answered;
  if (result.error.code !== "alas-refused") return result.counted === "perhaps" ? cutOff : fresh;
  const { alas, name } = result.error;
  return { ...(alas === "2.1" ? refusedNow : sample.refused), refusal: { alas, name } };
}

/** The only request of a stick after this result. A refusal is on the stick, too. */
export function onlyAfter(result: FetchResult): StickRequest {
  const { id, assetId, folder, note } = fresh;
  return result.outcome === "refused" ? { ...requestAfter(result), id, assetId, folder, note } : fresh;
}

const AT_WORK = ["reading-back", "writing", "receiving", "asking"] as const;

/** The latest progress while 57 requests are done and four are running. */
export const plantProgress: readonly FetchProgress[] = ids.slice(0, 61).map((ticketId, index) => {
  const phase = AT_WORK[index - 57];
  if (phase) return { ticketId, phase };
  return { ticketId, phase: "done", outcome: index % 10 === 4 ? "failed" : "key" };
});
