import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBlank, readingsOf, roughText, utf8 } from "../../../../core/answer/rough-text.ts";

const utf16 = (text: string, bigEndian = false): Uint8Array => {
  const bytes = Buffer.from(text, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
};
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe("bytes are read as text", () => {
  test.each([
    ["in UTF-8", bytesOf("エラー 3.5"), "エラー 3.5"],
    ["in UTF-8 with a mark", bytesOf("\ufeffエラー"), "エラー"],
    ["in UTF-16 with a mark", utf16("\ufeffエラー"), "エラー"],
    ["in big-endian UTF-16 with a mark", utf16("\ufeffエラー", true), "エラー"],
    ["in UTF-16 without a mark", utf16("<html>"), "<html>"],
    ["in big-endian UTF-16 without a mark", utf16("<html>", true), "<html>"],
    ["in Latin-1", Uint8Array.of(0x5a, 0xe9, 0x33), "Z\u00e93"],
    ["in Shift_JIS, with its ASCII readable", Uint8Array.of(0x83, 0x47, 0x20, 0x33, 0x2e, 0x35), "\u0083G 3.5"],
    ["of one byte", Uint8Array.of(0x41), "A"],
    ["empty", Uint8Array.of(), ""],
  ])("%s", (_, bytes, text) => {
    expect(roughText(bytes)).toBe(text);
  });

  test("UTF-8 as the platform's own strict decoder reads it", () => {
    const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    const reference = (bytes: Uint8Array) => {
      try {
        return strict.decode(bytes);
      } catch {
        return null;
      }
    };
    const byte = fc.oneof(
      fc.constantFrom(0x41, 0x80, 0xbf, 0xc0, 0xc2, 0xe0, 0xa0, 0xed, 0xef, 0xf0, 0x90, 0xf4, 0xf5),
      fc.nat(255),
    );
    const bytes = fc.oneof(
      fc.array(byte, { maxLength: 8 }).map((all) => Uint8Array.from(all)),
      fc.string({ unit: "binary" }).map(bytesOf),
    );
    fc.assert(
      fc.property(bytes, (all) => {
        expect(utf8(all)).toBe(reference(all));
      }),
      { numRuns: 2000 },
    );
  });
});

test.each([
  ["nothing", "", true],
  ["line ends", "\r\n\t ", true],
  ["NULs, as a pulled stick leaves them", "\0\0\0", true],
  ["other control characters and marks", "\x07\x1a\u200b\ufeff", true],
  ["one character", "\0a", false],
])("nothing to see in %s: %s, %s", (_, text, blank) => {
  expect(isBlank(text)).toBe(blank);
});

test.each([
  ["words", bytesOf("Error\r\n\t3.5\f"), true],
  ["Japanese", bytesOf("エラー"), true],
  ["Japanese in UTF-16", utf16("\ufeffエラー"), true],
  ["a NUL inside", bytesOf("a\0b"), true],
  ["control characters around", bytesOf(`${"\x01".repeat(99)}a${"\x01".repeat(99)}`), true],
  ["eight control characters inside", bytesOf(`a${"\x01".repeat(8)}b`), true],
  ["nine control characters inside", bytesOf(`a${"\x7f".repeat(9)}b`), false],
  ["one control character in 32", bytesOf(`${`\x01${"a".repeat(32)}`.repeat(20)}`), true],
  ["one control character in 30", bytesOf(`${`\x01${"a".repeat(30)}`.repeat(20)}`), false],
])("text, as against binary: %s", (_, bytes, is) => {
  expect(readingsOf(bytes)[0]?.textual).toBe(is);
});
