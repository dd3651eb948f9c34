import * as v from "valibot";
import { describe, expect, test } from "vitest";
import {
  anotherStick,
  type StickIdentity,
  sameStick,
  type WrittenRequest,
} from "../../../../core/drives/stick-identity.ts";
import { TicketIdSchema } from "../../../../core/stick/records.ts";
import { unreadableRequest } from "../../../../core/stick/stick-state.ts";

const kingston: StickIdentity = { serial: "60A44C41", volumeId: "5A3C-11F0", label: "KINGSTON" };
const unknown: StickIdentity = { serial: null, volumeId: null, label: null };

describe("sameStick", () => {
  test.each<[string, Partial<StickIdentity>, boolean | null]>([
    ["the same", {}, true],
    ["renamed", { label: "PLANT 4" }, true],
    ["formatted again", { volumeId: "1111-2222" }, false],
    ["another of the same make and name", { serial: "60A44C42", volumeId: "9999-0000" }, false],
    ["a copy of its file system on another device", { serial: "60A44C42" }, false],
    ["without a serial number", { serial: null }, true],
    ["whose file system tells no number", { volumeId: null }, true],
    ["of which only the name is known, and is the same", { serial: null, volumeId: null }, null],
    ["of which only the name is known, and is another", { serial: null, volumeId: null, label: "SANDISK" }, false],
    ["of which nothing is known", unknown, null],
  ])("%s", (_, change, same) => {
    const other = { ...kingston, ...change };
    expect(sameStick(kingston, other)).toBe(same);
    expect(sameStick(other, kingston)).toBe(same);
  });
});

describe("anotherStick", () => {
  const id = (text: string) => v.parse(TicketIdSchema, text);
  const NOW = Date.parse("2026-11-24T09:30:00+09:00");
  const first: WrittenRequest = {
    ticket: id("3F9A2C7K1M"),
    assetId: "ze-207",
    writtenAt: "2026-11-20T09:30:00+09:00",
    stick: kingston,
  };
  const sandisk: StickIdentity = { serial: "4C530001", volumeId: "77AA-0102", label: "SANDISK" };
  const holding = (...tickets: readonly string[]) => ({
    requests: tickets.map((ticket) => ({ ...unreadableRequest("f", { code: "busy" }), id: id(ticket) })),
  });

  test("is the stick of the last request", () => {
    expect(anotherStick(holding(), sandisk, [first], NOW)).toBe(first);
    const later = { ...first, ticket: id("4F9A2C7K1M"), writtenAt: "2026-11-23T23:59:00+09:00" };
    expect(anotherStick(holding(), sandisk, [later, first], NOW)).toBe(later);
  });

  test("is reported even if the current stick has another computer's requests", () => {
    expect(anotherStick(holding("0000000000"), sandisk, [first], NOW)).toBe(first);
  });

  test.each<[string, Parameters<typeof anotherStick>]>([
    ["nothing was written here", [holding(), sandisk, [], NOW]],
    ["it is the one in hand, emptied", [holding(), kingston, [first], NOW]],
    ["the one in hand has a request of this computer's", [holding("3F9A2C7K1M"), sandisk, [first], NOW]],
    ["the one in hand is a folder", [holding(), null, [first], NOW]],
    ["nothing tells them apart", [holding(), unknown, [first], NOW]],
    ["it was written too long ago", [holding(), sandisk, [first], NOW + 60 * 86_400_000]],
    ["its time cannot be read", [holding(), sandisk, [{ ...first, writtenAt: "yesterday" }], NOW]],
  ])("is none when %s", (_, question) => {
    expect(anotherStick(...question)).toBeNull();
  });
});
