import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { journalLine, parseJournal } from "../../../../core/journal/journal-entry.ts";
import { begun, ended } from "../../../fixtures/journal.ts";

const whole = journalLine(begun()) + journalLine(ended());

test("what was written is read again, in its order", () => {
  expect(parseJournal(whole)).toEqual([begun(), ended()]);
});

describe("a line that cannot be used is passed over, and the others hold", () => {
  test.each([
    ["torn by a crash", '{"version":1,"type":"fetch-beg'],
    ["empty", ""],
    ["no JSON", "\u0000\u0000\u0000"],
    ["JSON, but no entry", "[1,2]"],
    ["null", "null"],
    ["of a kind that a later version made", JSON.stringify({ ...begun(), type: "key-delivered" })],
    ["without its ticket", JSON.stringify({ ...begun(), ticketId: undefined })],
    ["with a time that is none", JSON.stringify({ ...begun(), at: "yesterday" })],
    ["with a day that is none", JSON.stringify({ ...begun(), at: "2026-13-40T99:99:99Z" })],
    ["with a hash that is none", JSON.stringify({ ...ended(), urlSha256: "abc" })],
  ])("%s", (_, line) => {
    expect(parseJournal(`${journalLine(begun())}${line}\n${journalLine(ended())}`)).toEqual([begun(), ended()]);
  });
});

test("a record that version 1.0.0 wrote, with `is` for the tag, is still read", () => {
  const lines = [begun(), ended()].map(({ type, ...rest }) => JSON.stringify({ ...rest, is: type }));
  expect(parseJournal(lines.join("\n"))).toMatchObject([begun(), ended()]);
});

test("what a later version adds is kept", () => {
  const chained = { ...begun(), version: 2, previous: "0".repeat(64) };
  expect(parseJournal(JSON.stringify(chained))).toEqual([chained]);
});

test("no text makes it throw, and none hides the lines around it", () => {
  const line = fc.oneof(fc.string(), fc.json()).filter((text) => !text.includes("\n"));
  fc.assert(
    fc.property(line, (text) => {
      expect(parseJournal(`${whole}${text}\n${whole}`)).toHaveLength(4);
    }),
  );
});
