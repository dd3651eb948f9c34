import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fetchHistoryOf, RETRY_WAIT_MS } from "../../../../core/journal/fetch-history-of.ts";
import type { JournalEntry } from "../../../../core/journal/journal-entry.ts";
import {
  type FetchedSystem,
  type KnownFetch,
  knownFetches,
  recordedFetches,
} from "../../../../core/journal/known-fetches.ts";
import type { TicketId } from "../../../../core/stick/records.ts";
import { begun, ended, refused, TICKET } from "../../../fixtures/journal.ts";

const OTHER = "4F9A2C7K1M" as TicketId; // as TicketIdSchema wants it
const ZE_207: FetchedSystem = { ticketId: OTHER, assetId: "ze-207", urlSha256: "c".repeat(64) };
const AT = Date.parse(ended().at);
const MINUTE = 60_000;

const later = (minutes: number): string => new Date(AT + minutes * MINUTE).toISOString();

function history(entries: readonly JournalEntry[], now = AT, stick: readonly KnownFetch[] = [], system = ZE_207) {
  return fetchHistoryOf(system, knownFetches(recordedFetches(entries), stick), now);
}

const onStick = (given: Partial<KnownFetch> = {}, past: Partial<KnownFetch["past"]> = {}): KnownFetch => ({
  ticketId: TICKET,
  assetId: "ze-207",
  urlSha256: "a".repeat(64),
  file: { name: "av_12345_A.key", sha256: "b".repeat(64) },
  past: { at: ended().at, outcome: "key", alas: null, counted: "yes", knownFrom: "stick", ...past },
  ...given,
});

describe("which fetches are of the same system", () => {
  test.each<[string, JournalEntry, FetchedSystem, number]>([
    ["the same asset ID", ended(), ZE_207, 1],
    ["the same asset ID in other letters", ended({ assetId: " ZE-207" }), ZE_207, 1],
    ["another asset ID", ended({ assetId: "ze-208" }), ZE_207, 0],
    [
      "the same URL, its asset ID unknown",
      ended({ assetId: null }),
      { ...ZE_207, assetId: null, urlSha256: "a".repeat(64) },
      1,
    ],
    ["the same URL, the asset ID told since", ended({ assetId: null }), { ...ZE_207, urlSha256: "a".repeat(64) }, 1],
    ["another URL, its asset ID unknown", ended({ assetId: null }), { ...ZE_207, assetId: null }, 0],
    ["the same request", ended({ assetId: null }), { ...ZE_207, ticketId: TICKET }, 1],
  ])("%s", (_, entry, system, count) => {
    expect(history([entry], AT, [], system).fetches).toHaveLength(count);
  });
});

describe("what one fetch is known for", () => {
  test.each<[string, readonly JournalEntry[], object]>([
    ["begun, and nothing of its end", [begun()], { outcome: "cut-off", counted: "perhaps" }],
    ["a key", [begun(), ended()], { outcome: "key", counted: "yes" }],
    ["refused", [begun(), refused("3.3")], { outcome: "refused", alas: "3.3", counted: "no" }],
    ["its beginning torn out of the record", [ended()], { outcome: "key", counted: "yes" }],
    ["its beginning repeated after its end", [begun(), ended(), begun()], { outcome: "key", counted: "yes" }],
  ])("%s", (_, entries, expected) => {
    expect(history(entries).fetches).toMatchObject([{ ...expected, knownFrom: "this-computer" }]);
  });

  test("oldest first, whoever knows of it", () => {
    const entries = [ended({ fetch: "1", at: later(10) }), ended({ fetch: "2", at: later(30) })];
    const stick = [onStick({ ticketId: OTHER, file: null }, { at: later(20) })];
    expect(history(entries, AT, stick).fetches.map(({ at }) => at)).toEqual([later(10), later(20), later(30)]);
  });
});

test("a stick with impossible times is shown all the same", () => {
  const stick = [onStick({ ticketId: OTHER }, { at: "2026-13-40T99:99:99Z" })];
  expect(history([ended()], AT, stick).fetches.map(({ knownFrom }) => knownFrom)).toEqual(["stick", "this-computer"]);
});

describe("a fetch that record and stick both know of counts once", () => {
  test.each<[string, readonly JournalEntry[], KnownFetch, number]>([
    ["the same key", [begun(), ended({ at: later(1) })], onStick(), 1],
    [
      "the same refusal at the same time",
      [refused("2.1")],
      onStick({ file: null }, { outcome: "refused", alas: "2.1" }),
      1,
    ],
    [
      "cut off: the stick has only its trace",
      [begun()],
      onStick({ file: null }, { outcome: "cut-off", at: later(-60) }),
      1,
    ],
    ["another key of the same request", [ended({ at: later(1), file: null })], onStick(), 2],
    ["another request's", [ended()], onStick({ ticketId: OTHER }), 2],
  ])("%s", (_, entries, stick, count) => {
    expect(history(entries, AT, [stick]).fetches).toHaveLength(count);
  });
});

describe("of three activations there remain", () => {
  const keys = (count: number) => Array.from({ length: count }, (_, at) => ended({ fetch: `k${at}` }));
  test.each<[string, readonly JournalEntry[], number]>([
    ["three where nothing is known", [], 3],
    ["two after a key", keys(1), 2],
    ["none after three", keys(3), 0],
    ["none after four: the limit had been raised", keys(4), 0],
    ["three after a fetch that may have counted: it is not known to", [begun()], 3],
    ["none after 3.5, whatever else is known", [...keys(1), refused("3.5", { fetch: "r" })], 0],
    ["some again when a key came after 3.5", [refused("3.5", { fetch: "r" }), ...keys(1)], 2],
  ])("%s", (_, entries, remaining) => expect(history(entries).remaining).toBe(remaining));
});

describe("after 2.1", () => {
  const first = refused("2.1", { fetch: "1" });
  const second = (minutes: number) => refused("2.1", { fetch: "2", at: later(minutes) });
  test.each<[string, readonly JournalEntry[], object | null]>([
    ["one retry, 15 minutes later", [first], { type: "after", at: AT + RETRY_WAIT_MS }],
    ["none when it was refused again after the wait", [first, second(15)], { type: "spent" }],
    [
      "asked too early was no retry: the wait begins anew",
      [first, second(3)],
      { type: "after", at: AT + 3 * MINUTE + RETRY_WAIT_MS },
    ],
    [
      "a fetch that got no answer changes nothing",
      [first, begun({ fetch: "3" })],
      { type: "after", at: AT + RETRY_WAIT_MS },
    ],
    ["nor does it between the two", [first, begun({ fetch: "3" }), second(20)], { type: "spent" }],
    ["nothing to wait for when a key came", [first, ended({ fetch: "2" })], null],
    ["nothing when ALAS then refused for another reason", [first, refused("3.5", { fetch: "2" })], null],
    [
      "a new 2.1 after a key is a first one",
      [first, ended({ fetch: "9" }), second(600)],
      { type: "after", at: AT + 600 * MINUTE + RETRY_WAIT_MS },
    ],
    ["3.5 offers none", [refused("3.5")], null],
    ["another system's is none of its business", [refused("2.1", { assetId: "ze-208" })], null],
  ])("%s", (_, entries, retry) => expect(history(entries, AT + 600 * MINUTE).retry).toEqual(retry));

  test("known from the stick alone: another computer's clock is not compared with", () => {
    expect(history([], AT, [onStick({ file: null }, { outcome: "refused", alas: "2.1" })]).retry).toBeNull();
  });

  test("a clock that was set back an hour does not make the wait longer", () => {
    expect(history([first], AT - 60 * MINUTE).retry).toEqual({ type: "after", at: AT - 60 * MINUTE + RETRY_WAIT_MS });
  });
});

describe("whatever is recorded", () => {
  const when = fc.integer({ min: -10_000, max: 10_000 }).map(later);
  const entry: fc.Arbitrary<JournalEntry> = fc.oneof(
    fc.record({ fetch: fc.nat(9).map(String), at: when }).map(begun),
    fc.record({ fetch: fc.nat(9).map(String), at: when }).map(ended),
    fc
      .record({ fetch: fc.nat(9).map(String), at: when, alas: fc.constantFrom("2.1", "3.3", "3.5") })
      .map(({ alas, ...given }) => refused(alas, given)),
  );

  test("nobody waits longer than 15 minutes from now, and there are none to three left", () => {
    fc.assert(
      fc.property(fc.array(entry), fc.integer({ min: -10_000, max: 10_000 }), (entries, minutes) => {
        const now = AT + minutes * MINUTE;
        const { retry, remaining } = history(entries, now);
        if (retry?.type === "after") expect(retry.at).toBeLessThanOrEqual(now + RETRY_WAIT_MS);
        expect([0, 1, 2, 3]).toContain(remaining);
      }),
    );
  });

  test("no fetch is counted twice, and none is lost", () => {
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        expect(history(entries).fetches).toHaveLength(new Set(entries.map(({ fetch }) => fetch)).size);
      }),
    );
  });
});
