import type { KnownKey } from "../../core/answer/key-doubts.ts";
import { countedOf } from "../../core/journal/counted.ts";
import type { FetchHistory } from "../../core/journal/fetch-history.ts";
import { fetchHistoryOf } from "../../core/journal/fetch-history-of.ts";
import {
  type FetchedSystem,
  type KnownFetch,
  knownFetches,
  recordedFetches,
} from "../../core/journal/known-fetches.ts";
import type { TicketId } from "../../core/stick/records.ts";
import type { StickRequest } from "../../core/stick/stick-contents.ts";
import type { Journal } from "../journal/journal.ts";
import { fingerprintOf } from "../lib/sha256.ts";
import type { StickReading } from "../stick/read-stick.ts";
import { asBytes } from "./record-head.ts";

/** What this computer's record and the stick in hand know of earlier fetches, read once. */
export interface EarlierFetches {
  /** Every fetch that is known of a request's system, this request's own ones included. */
  of(request: StickRequest, id: TicketId): readonly KnownFetch[];
  history(request: StickRequest, id: TicketId): Omit<FetchHistory, "storedAt">;
  /** Every key that came, of whichever system. */
  readonly keys: readonly KnownKey[];
}

/** `now` in ms since 1970, by this computer's clock. */
export async function earlierFetches(reading: StickReading, journal: Journal, now: number): Promise<EarlierFetches> {
  const system = (request: StickRequest, ticketId: TicketId): FetchedSystem => {
    const url = reading.open.get(ticketId)?.url.text;
    const urlSha256 = url === undefined ? null : fingerprintOf(asBytes(url)).sha256;
    return { ticketId, assetId: request.assetId, urlSha256 };
  };
  const onStick = reading.contents.requests.flatMap((request) =>
    request.id === null ? [] : fetchOnStick(request, system(request, request.id)),
  );
  const recorded = recordedFetches(await journal.read());
  const known = knownFetches(recorded, onStick);
  const histories = new Map<readonly KnownFetch[], Omit<FetchHistory, "storedAt">>(); // of one system: made once
  return {
    of: (request, id) => known.of(system(request, id)),
    history: (request, id) => {
      const asked = system(request, id);
      const fetches = known.of(asked);
      const history = histories.get(fetches) ?? fetchHistoryOf(asked, known, now);
      histories.set(fetches, history);
      return history;
    },
    keys: [...recorded, ...onStick].flatMap(({ assetId, file }) => (file === null ? [] : [{ ...file, assetId }])),
  };
}

/** The one fetch that a request's files tell of. When a cut-off one was is not told: it shows when it was asked for. */
function fetchOnStick(request: StickRequest, system: FetchedSystem): readonly KnownFetch[] {
  const { keyFile, refusal, fetchedAt, createdAt, state } = request;
  const knownFrom = "stick";
  if (fetchedAt !== null && keyFile !== null) {
    const past = { at: fetchedAt, outcome: "key", alas: null, counted: "yes", knownFrom } as const;
    return [{ ...system, file: keyFile, past }];
  }
  if (fetchedAt !== null && refusal !== null) {
    const counted = countedOf({ code: "alas-refused", ...refusal });
    const past = { at: fetchedAt, outcome: "refused", alas: refusal.alas, counted, knownFrom } as const;
    return [{ ...system, file: null, past }];
  }
  if (state !== "incomplete" || createdAt === null) return [];
  const past = { at: createdAt, outcome: "cut-off", alas: null, counted: "perhaps", knownFrom } as const;
  return [{ ...system, file: null, past }];
}
