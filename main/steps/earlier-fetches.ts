import { join } from "node:path";
import pLimit from "p-limit";
import type { KnownKey } from "../../core/answer/key-warnings.ts";
import { lacksKey } from "../../core/fetch/fetch-rule.ts";
import { countedOf } from "../../core/journal/counted.ts";
import { fetchHistoryOf } from "../../core/journal/fetch-history-of.ts";
import type { JournalEntry } from "../../core/journal/journal-entry.ts";
import {
  type FetchedSystem,
  type KnownFetch,
  knownFetches,
  recordedFetches,
} from "../../core/journal/known-fetches.ts";
import type { TicketId } from "../../core/stick/records.ts";
import type { StickContents, StickRequest } from "../../core/stick/stick-contents.ts";
import { FETCH_MARKER, limits } from "../../core/stick/stick-layout.ts";
import type { AnswerStore } from "../journal/answer-store.ts";
import type { Journal } from "../journal/journal.ts";
import { fingerprintOf } from "../lib/sha256.ts";
import { readFileSafely } from "../stick/entries.ts";
import { requestPath } from "../stick/paths.ts";
import type { StickReading } from "../stick/read-stick.ts";
import type { Stick } from "../stick/stick.ts";
import { isNamedIn } from "./fetch-marker.ts";
import { asBytes } from "./record-head.ts";

const ANSWERS_AT_ONCE = 32;

/** This computer's memory of its fetches. */
export interface Memory {
  readonly journal: Journal;
  readonly answers: AnswerStore;
}

/** Earlier fetches, read once from this computer's journal and from the stick. */
export interface EarlierFetches {
  /** The contents of the stick, with the history of each request and of each URL saved by hand. */
  readonly contents: StickContents;
  /** All keys that were received, of all systems. */
  readonly keys: readonly KnownKey[];
}

/** Finds the earlier fetches. `now` in ms since 1970, by this computer's clock. */
export async function earlierFetches(
  stick: Stick,
  reading: StickReading,
  { journal, answers }: Memory,
  now: number,
): Promise<EarlierFetches> {
  const { requests, byHand } = reading.contents;
  const onStick = requests.flatMap((request) =>
    request.id === null ? [] : fetchesOnStick(reading, request, request.id),
  );
  const entries = await journal.read();
  const recorded = recordedFetches(entries);
  const known = knownFetches(recorded, onStick);
  const unsent = unsentFetches(entries);
  const kept = await answers.tickets();
  const histories = new Map<readonly KnownFetch[], ReturnType<typeof fetchHistoryOf>>(); // the requests of one system share one
  const historyOf = (system: FetchedSystem) => {
    const fetches = known.of(system);
    const history = histories.get(fetches) ?? fetchHistoryOf(system, known, now);
    histories.set(fetches, history);
    return history;
  };
  const withHistory = async (request: StickRequest): Promise<StickRequest> => {
    const { id } = request;
    if (id === null) return request;
    const ticketSha256 = kept.has(id) && lacksKey(request) ? reading.open.get(id)?.ticketSha256 : undefined;
    const stored = ticketSha256 === undefined ? null : await answers.find(id, ticketSha256);
    const neverSent = request.state === "incomplete" && (await wasNeverSent(stick, request, unsent.get(id)));
    const past = historyOf(systemOf(reading, request, id));
    return { ...request, history: { ...past, neverSent, storedAt: stored?.record.fetchedAt ?? null } };
  };
  const withHistories = await pLimit(ANSWERS_AT_ONCE).map(requests, withHistory);
  const urls = byHand.urls.map((url) => {
    return { ...url, history: { ...historyOf({ ...url, ticketId: null }), neverSent: false, storedAt: null } };
  });
  return {
    contents: { ...reading.contents, requests: withHistories, byHand: { ...byHand, urls } },
    keys: [...recorded, ...onStick].flatMap(({ assetId, file }) => (file === null ? [] : [{ ...file, assetId }])),
  };
}

function systemOf(reading: StickReading, { assetId }: StickRequest, ticketId: TicketId) {
  const url = reading.open.get(ticketId)?.url.text;
  return { ticketId, assetId, urlSha256: url === undefined ? null : fingerprintOf(asBytes(url)).sha256 };
}

/** Returns, by ticket, the fetches that the journal shows as never sent. */
function unsentFetches(entries: readonly JournalEntry[]): ReadonlyMap<TicketId, readonly string[]> {
  const unsent = new Map<TicketId, string[]>();
  for (const entry of entries) {
    if (entry.type !== "fetch-ended" || entry.outcome !== "failed" || entry.counted !== "no") continue;
    unsent.set(entry.ticketId, [...(unsent.get(entry.ticketId) ?? []), entry.fetch]);
  }
  return unsent;
}

/** Whether the marker on the stick belongs to a fetch of this computer that was never sent. */
async function wasNeverSent(stick: Stick, { folder }: StickRequest, unsent: readonly string[] = []): Promise<boolean> {
  if (unsent.length === 0) return false;
  const marker = await readFileSafely(join(requestPath(stick, folder), FETCH_MARKER), limits.text, FETCH_MARKER);
  return marker.ok && unsent.some((fetch) => isNamedIn(marker.value, fetch));
}

/** Returns the fetches that a request's files show. An interrupted fetch has no known time and gets the request's time. */
function fetchesOnStick(reading: StickReading, request: StickRequest, id: TicketId): readonly KnownFetch[] {
  const { keyFile, refusal, fetchedAt, createdAt, state } = request;
  const system = systemOf(reading, request, id);
  const knownFrom = "stick";
  const fetches: KnownFetch[] = [];
  if (fetchedAt !== null && keyFile !== null) {
    const past = { at: fetchedAt, outcome: "key", alas: null, counted: "yes", knownFrom } as const;
    fetches.push({ ...system, file: keyFile, past });
  } else if (fetchedAt !== null && refusal !== null) {
    const counted = countedOf({ code: "alas-refused", ...refusal });
    const past = { at: fetchedAt, outcome: "refused", alas: refusal.alas, counted, knownFrom } as const;
    fetches.push({ ...system, file: null, past });
  }
  if (state === "incomplete" && createdAt !== null) {
    const past = { at: createdAt, outcome: "cut-off", alas: null, counted: "perhaps", knownFrom } as const;
    fetches.push({ ...system, file: null, past });
  }
  return fetches;
}
