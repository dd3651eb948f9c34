import fc from "fast-check";
import { expect, test } from "vitest";
import { makePracticeKey, practiceKeyName, readPracticeKey } from "../../../../main/practice/practice-key.ts";

const KEY = { assetId: "ze-207", number: 12345, activation: 1 };
const issued = Buffer.from(makePracticeKey(KEY));

test("is the same file each time, and another one for each activation", () => {
  expect(makePracticeKey(KEY)).toEqual(issued);
  expect(makePracticeKey({ ...KEY, activation: 2 })).not.toEqual(issued);
  expect(issued.toString()).toMatch(/^PRACTICE LICENCE KEY - not valid on any real system\n/);
});

test.each([
  ["av_12345.key", 0],
  ["av_12345_A.key", 1],
  ["av_12345_A.key", 3],
])("is named %s after %i activations", (name, activation) => {
  expect(practiceKeyName({ ...KEY, activation })).toBe(name);
});

test.each([
  ["empty", "a file with 0 bytes", Buffer.alloc(0)],
  ["web-page", "an error page", Buffer.from("<!doctype html><p>Sign in</p>")],
  ["web-page", "a page with a byte order mark", Buffer.from("\ufeff\r\n <html>")],
  ["not-a-key", "another file", Buffer.from("work order 4711")],
  ["damaged", "a key cut short", issued.subarray(0, 1000)],
  ["damaged", "a key that an editor saved", Buffer.from(issued.toString().replaceAll("\n", "\r\n"))],
  ["damaged", "a key with something behind it", Buffer.concat([issued, Buffer.from("\n")])],
  ["damaged", "a key changed to another system", Buffer.from(issued.toString().replace("ze-207", "ze-208"))],
  [
    "damaged",
    "a key made to look activated again",
    Buffer.from(issued.toString().replace("Activation: 1", "Activation: 2")),
  ],
  ["damaged", "a key with a broken escape", Buffer.from(issued.toString().replace("ze-207", "ze%2"))],
])("says %s of %s", (fault, _, bytes) => {
  expect(readPracticeKey(bytes)).toEqual({ ok: false, error: fault });
});

test("comes back whole for any asset ID, and never after any one bit has changed", () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, unit: "grapheme" }),
      fc.nat({ max: 99_999 }),
      fc.nat({ max: 9 }),
      fc.nat(),
      fc.integer({ min: 0, max: 7 }),
      (assetId, number, activation, at, bit) => {
        const key = { assetId, number, activation };
        const bytes = makePracticeKey(key);
        expect(readPracticeKey(bytes)).toEqual({ ok: true, value: key });
        const place = at % bytes.length;
        bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
        expect(readPracticeKey(bytes).ok).toBe(false);
      },
    ),
  );
});
