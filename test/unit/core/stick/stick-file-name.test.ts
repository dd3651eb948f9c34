import fc from "fast-check";
import { expect, test } from "vitest";
import { parseAnswer } from "../../../../core/stick/records.ts";
import { stickFileName } from "../../../../core/stick/stick-file-name.ts";
import { fullWidth } from "../full-width.ts";

test.each([
  ["as the vendor names it", "av_12345_A.key", "av_12345_A.key"],
  ["a path of Unix", "/etc/keys/av_1_A.key", "av_1_A.key"],
  ["a path upwards", "../../av_1_A.key", "av_1_A.key"],
  ["a path of Windows", "C:\\keys\\av_1_A.key", "av_1_A.key"],
  ["a network path", "\\\\server\\share\\av_1_A.key", "av_1_A.key"],
  ["a NUL inside", "av_1\0_A.key", "av_1_A.key"],
  ["line ends inside", "av_1\r\n_A.key", "av_1_A.key"],
  ["a stream of NTFS", "av_1_A.key:hidden", "av_1_A.key_hidden.key"],
  ["blanks around", "  av_1_A.key  ", "av_1_A.key"],
  ["a browser's number", "av_1_A (1).key", "av_1_A__1_.key"],
  ["full-width", fullWidth("av_1_A.key"), "av_1_A.key"],
  ["Japanese", "鍵_A.key", "__A.key"],
  ["UTF-8 read as Latin-1", "\u00e9\u008d\u00b5_A.key", "___A.key"],
  ["capitals in the ending", "av_1_A.KEY", "av_1_A.key"],
  ["the ending twice", "av_1_A.key.Key", "av_1_A.key"],
  ["no ending", "av_1_A", "av_1_A.key"],
  ["another ending", "av_1_A.lic", "av_1_A.lic.key"],
  ["a trailing dot", "av_1_A.key.", "av_1_A.key"],
  ["a leading dot", "..av_1_A.key", "av_1_A.key"],
  ["a device", "CON.key", "_CON.key"],
  ["a device with more behind its dot", "nul.tar.key", "_nul.tar.key"],
  ["a printer port", "lpt1.key", "_lpt1.key"],
  ["a port with a raised digit", "COM\u00b9.key", "_COM1.key"],
  ["a word that begins like a device", "CONSOLE_A.key", "CONSOLE_A.key"],
  ["64 characters", `${"x".repeat(58)}_A.key`, `${"x".repeat(58)}_A.key`],
  ["too long", `${"x".repeat(80)}_A.key`, `${"x".repeat(58)}_A.key`],
  ["too long without A", `${"x".repeat(80)}.key`, `${"x".repeat(60)}.key`],
  ["a device, too long", `con.${"x".repeat(80)}_A.key`, `_con.${"x".repeat(53)}_A.key`],
  ["an ending where it is cut", `${"x".repeat(56)}.key.${"y".repeat(9)}`, `${"x".repeat(56)}.key`],
])("a proposed name is made safe: %s", (_, proposed, name) => {
  expect(stickFileName(proposed)).toBe(name);
});

test.each(["", " ", ".", "..", ".key", "..key", "/", "a/", "a\\", "鍵.key", "___.key", ".key.key", "\0"])(
  "nothing of %j can be used",
  (proposed) => {
    expect(stickFileName(proposed)).toBeNull();
  },
);

/** The record's own rule for a key's name is the last word. */
const recordTakes = (name: string) =>
  parseAnswer(
    JSON.stringify({
      format: "keyferry-answer",
      version: 1,
      ticketId: "3F9A2C7K1M",
      ticketSha256: "0".repeat(64),
      fetchedAt: "2026-11-24T10:00:00+09:00",
      outcome: "key",
      file: { name, bytes: 1, sha256: "0".repeat(64) },
    }),
  ).ok;

test("whatever is proposed, the name fits every stick and the answer's record", () => {
  const part = fc.constantFrom(
    ".key",
    "_A",
    "CON",
    "com1",
    ".",
    "..",
    "/",
    "\\",
    " ",
    "\0",
    "鍵",
    "x".repeat(30),
    "A",
    ":",
    "-",
  );
  const proposed = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(part, { maxLength: 10 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(proposed, (text) => {
      const name = stickFileName(text);
      if (name === null) return;
      expect(name).toMatch(/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,59}\.key$/);
      expect(name).not.toMatch(/\.\.?key\.key$|\.\.key$|^(con|prn|aux|nul|com\d|lpt\d)\./i);
      expect(recordTakes(name)).toBe(true);
      expect(stickFileName(name)).toBe(name);
    }),
    { numRuns: 2000 },
  );
});
