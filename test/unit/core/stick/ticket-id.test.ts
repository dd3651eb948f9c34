import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { requestFolderName, ticketIdFrom, ticketIdOfFolder } from "../../../../core/stick/ticket-id.ts";

const bytes = (...values: number[]) => Uint8Array.from(values);
const randomBytes = fc.uint8Array({ minLength: 7, maxLength: 16 });
const id = ticketIdFrom(bytes(1, 2, 3, 4, 5, 6, 7));

describe("a ticket ID", () => {
  test("has ten characters that can be read aloud", () => {
    fc.assert(
      fc.property(randomBytes, (random) => {
        expect(ticketIdFrom(random)).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
      }),
    );
  });

  test("goes from the first to the last one", () => {
    expect(ticketIdFrom(bytes(0, 0, 0, 0, 0, 0, 0))).toBe("0000000000");
    expect(ticketIdFrom(bytes(255, 255, 255, 255, 255, 255, 255))).toBe("ZZZZZZZZZZ");
  });

  test("has each character equally often at each place", () => {
    const places = Array.from({ length: 10 }, () => new Map<string, number>());
    // Every value of the last byte, and of the one before it, decides whole characters: each must come up equally often.
    for (let low = 0; low < 65_536; low += 1) {
      const ticket = ticketIdFrom(bytes(0, 0, 0, 0, 0, low >> 8, low & 255));
      for (const [place, counts] of places.entries()) {
        counts.set(ticket.charAt(place), (counts.get(ticket.charAt(place)) ?? 0) + 1);
      }
    }
    const decided = places.filter((counts) => counts.size === 32);
    expect(decided).toHaveLength(3);
    for (const counts of decided) expect(new Set(counts.values())).toEqual(new Set([2048]));
  });

  test("is not made from too few random bytes", () => {
    expect(() => ticketIdFrom(bytes(1, 2, 3, 4, 5, 6))).toThrow(RangeError);
  });
});

describe("a request's folder", () => {
  test.each([
    ["the asset ID", "ze-207", "ze-207"],
    ["underscores kept", "zetest_4700", "zetest_4700"],
    ["system, when the asset ID is unknown", null, "system"],
    ["system, when it is blank", "  ", "system"],
    ["system, when nothing of it can be used", "工場", "system"],
    ["what can be used of it", "工場1/2", "__1_2"],
    ["one mark for one character, also beyond 16 bits", "𠮷a", "_a"],
    ["no path", "../../etc", "______etc"],
    ["no dots or blanks", "a. b", "a__b"],
    ["a device's name, harmless with the ID behind it", "CON", "CON"],
    ["53 characters at most", "z".repeat(64), "z".repeat(53)],
  ])("is named by %s", (_, assetId, start) => {
    expect(requestFolderName(assetId, id)).toBe(`${start}-${id}`);
  });

  test("always has a name that every file system takes, and its ID is found again", () => {
    fc.assert(
      fc.property(fc.option(fc.string({ unit: "binary" })), randomBytes, (assetId, random) => {
        const ticket = ticketIdFrom(random);
        const name = requestFolderName(assetId, ticket);
        expect(name).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)$/i);
        expect(ticketIdOfFolder(name)).toBe(ticket);
      }),
    );
  });

  test.each([
    ["no ID", "ze-207"],
    ["only an ID", "3F9A2C7K1M"],
    ["nothing before the ID", "-3F9A2C7K1M"],
    ["a letter that no ID has", "ze-207-3F9A2C7K1U"],
    ["small letters", "ze-207-3f9a2c7k1m"],
    ["something behind the ID", "ze-207-3F9A2C7K1M (1)"],
    ["a path", "../ze-3F9A2C7K1M"],
    ["too long", `${"z".repeat(54)}-3F9A2C7K1M`],
    ["a line break", "ze-207-3F9A2C7K1M\n"],
  ])("is not ours with %s", (_, name) => {
    expect(ticketIdOfFolder(name)).toBeNull();
  });
});
