import { systemOf } from "../link/asset-id.ts";
import type { TicketId } from "../stick/records.ts";
import type { PastFetch } from "./fetch-history.ts";
import type { FetchBegun, FetchEnded, JournalEntry } from "./journal-entry.ts";

/** The system of a fetch. The same asset ID or the same URL means the same system. A URL saved by hand has no ticket. */
export interface FetchedSystem {
  readonly ticketId: TicketId | null;
  readonly assetId: string | null;
  readonly urlSha256: string | null;
}

/** A known fetch, with the data that tells it apart from others. */
export interface KnownFetch extends FetchedSystem {
  readonly ticketId: TicketId;
  readonly past: PastFetch;
  /** The key that came. */
  readonly file: { readonly name: string; readonly sha256: string } | null;
}

/** Known fetches, indexed by system. */
export interface KnownFetches {
  /**
   * In the order in which this computer recorded them; those recorded only on the stick come last. Requests of one system
   * get the same list: a stick may hold 5,000 of them.
   */
  of(system: FetchedSystem): readonly KnownFetch[];
}

/** This computer's fetches, in the order in which they began. One without an end is cut off, and may have counted. */
export function recordedFetches(entries: readonly JournalEntry[]): readonly KnownFetch[] {
  const fetches = new Map<string, FetchBegun | FetchEnded>();
  for (const entry of entries) {
    // A repeated begin entry must not replace an earlier end entry.
    if (entry.type === "fetch-ended" || !fetches.has(entry.fetch)) fetches.set(entry.fetch, entry);
  }
  return [...fetches.values()].map(recorded);
}

function recorded(entry: FetchBegun | FetchEnded): KnownFetch {
  const { ticketId, assetId, urlSha256, at } = entry;
  const ended = entry.type === "fetch-ended" ? entry : null;
  return {
    ticketId,
    assetId,
    urlSha256,
    file: ended?.file ?? null,
    past: {
      at,
      outcome: ended?.outcome ?? "cut-off",
      alas: ended?.alas ?? null,
      counted: ended?.counted ?? "perhaps",
      knownFrom: "this-computer",
    },
  };
}

/** Merges and indexes both sources: a fetch in both counts once, as this computer recorded it. */
export function knownFetches(record: readonly KnownFetch[], stick: readonly KnownFetch[]): KnownFetches {
  const byTicket = grouped(record, ({ ticketId }) => ticketId);
  const onStick = grouped(stick, ({ ticketId }) => ticketId);
  const onlyOnStick = stick.filter((one) => {
    const recorded = byTicket.get(one.ticketId) ?? [];
    if (one.past.outcome !== "cut-off") return !recorded.some((other) => isSame(one, other));
    // The trace of this computer's last fetch, unless the stick has that one's answer.
    const last = recorded.at(-1);
    return (
      last === undefined || (onStick.get(one.ticketId) ?? []).some((other) => other !== one && isSame(other, last))
    );
  });
  const all = [...record, ...onlyOnStick];
  const positions = new Map(all.map((fetch, position) => [fetch, position]));
  const tickets = grouped(all, ({ ticketId }) => ticketId);
  const assets = grouped(all, ({ assetId }) => assetId && systemOf(assetId));
  const urls = grouped(all, ({ urlSha256 }) => urlSha256);
  const members = new Map<readonly KnownFetch[], ReadonlySet<KnownFetch>>();
  const membersOf = (group: readonly KnownFetch[]): ReadonlySet<KnownFetch> => {
    const found = members.get(group) ?? new Set(group);
    members.set(group, found);
    return found;
  };
  return {
    of: ({ ticketId, assetId, urlSha256 }) => {
      const groups = [
        (assetId && assets.get(systemOf(assetId))) || [],
        (urlSha256 && urls.get(urlSha256)) || [],
        (ticketId && tickets.get(ticketId)) || [],
      ];
      const [largest = [], ...others] = groups.toSorted((a, b) => b.length - a.length);
      const rest = others.flat().filter((fetch) => !membersOf(largest).has(fetch));
      if (rest.length === 0) return largest;
      return [...new Set([...largest, ...rest])].sort((a, b) => (positions.get(a) ?? 0) - (positions.get(b) ?? 0));
    },
  };
}

/** Whether a fetch on the stick is this fetch of the record; both have the same ticket. */
const isSame = (stick: KnownFetch, record: KnownFetch): boolean =>
  stick.past.at === record.past.at || (stick.file !== null && stick.file.sha256 === record.file?.sha256);

function grouped<T>(items: readonly T[], keyOf: (item: T) => string | null): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
