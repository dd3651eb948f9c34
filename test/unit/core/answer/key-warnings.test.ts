import { describe, expect, test } from "vitest";
import { type KnownKey, keyNumber, keyWarnings, type ReceivedKey } from "../../../../core/answer/key-warnings.ts";
import { threadMs } from "../../../fixtures/thread-time.ts";

const BINARY = Uint8Array.of(0, 1, 2, 250, 251);
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

const fresh = (given: Partial<ReceivedKey> = {}): ReceivedKey => ({
  assetId: "ze-207",
  name: "av_12345_A.key",
  sha256: "aa",
  bytes: BINARY,
  ...given,
});
const known = (assetId: string | null, name: string, sha256: string): KnownKey => ({ assetId, name, sha256 });

describe("warnings from other keys", () => {
  test.each<readonly [string, Partial<ReceivedKey>, readonly KnownKey[], readonly string[]]>([
    ["nothing is known", {}, [], []],
    ["another system has another key", {}, [known("ze-208", "av_12346_A.key", "bb")], []],
    ["the same key again", {}, [known("ze-207", "av_12345_A.key", "aa")], []],
    ["a new key with the same number", {}, [known("ze-207", "av_12345_A.key", "bb")], []],
    ["the same asset ID, typed in capitals", {}, [known("ZE-207", "av_12345_A.key", "aa")], []],
    ["the same bytes for another system", {}, [known("ze-208", "x.key", "aa")], ["key-of-another-system"]],
    [
      "bytes and number of another: said once",
      {},
      [known("ze-208", "av_12345_A.key", "aa")],
      ["key-of-another-system"],
    ],
    ["the same number for another system", {}, [known("ze-208", "av_12345_A.key", "bb")], ["key-number-of-another"]],
    ["the number that is not activated", {}, [known("ze-208", "av_12345.key", "bb")], ["key-number-of-another"]],
    ["another number than last time", {}, [known("ze-207", "av_999_A.key", "bb")], ["key-number-changed"]],
    [
      "another number than long ago, but the last one's",
      {},
      [known("ze-207", "av_999_A.key", "bb"), known("ze-207", "av_12345_A.key", "cc")],
      [],
    ],
    [
      "now another's number, and no longer its own",
      {},
      [known("ze-207", "av_999_A.key", "bb"), known("ze-208", "av_12345_A.key", "cc")],
      ["key-number-of-another", "key-number-changed"],
    ],
    ["a name that has no number", { name: "activated_A.key" }, [known("ze-208", "activated_A.key", "bb")], []],
    ["this system is not known", { assetId: null }, [known("ze-208", "av_12345_A.key", "aa")], []],
    ["the other system is not known", {}, [known(null, "av_12345_A.key", "aa")], []],
  ])("%s", (_, key, others, expected) => expect(keyWarnings(fresh(key), others, [])).toEqual(expected));
});

describe("a key in text form", () => {
  const other = ["key-names-another-system"];
  test.each<readonly [string, Uint8Array, readonly string[]]>([
    ["names its own system", text("Asset-ID: ze-207\nKey: 1"), []],
    ["names another one of the stick", text("Asset-ID: ze-208\nKey: 1"), other],
    ["names it in capitals", text("asset=ZE-208"), other],
    ["names both", text("Asset-ID: ze-207, formerly ze-208"), []],
    ["names none", text("Key: 12345"), []],
    ["has another's ID inside of a longer word", text("ze-2081 xze-208 ze-208_b"), []],
    ["has a number that is an asset ID by chance", text("20812345 4711"), []],
    ["has an ID of two letters", text("ab"), []],
    ["is not text at all", Uint8Array.of(0, ...text("ze-208"), 0xff), []],
    ["is UTF-16", Uint8Array.of(0xff, 0xfe, ...[...text("ze-208")].flatMap((byte) => [byte, 0])), other],
  ])("%s", (_, bytes, expected) =>
    expect(keyWarnings(fresh({ bytes }), [], ["ze-207", "ze-208", "4711", "ab"])).toEqual(expected),
  );
});

test("a text full of half an asset ID takes no time", () => {
  const bytes = text("ze-20".repeat(200_000));
  const begun = threadMs();
  expect(keyWarnings(fresh({ bytes }), [], ["ze-207", `${"ze-20".repeat(12)}!`])).toEqual([]);
  expect(threadMs() - begun).toBeLessThan(2000);
});

test.each([
  ["av_12345_A.key", "12345"],
  ["av_0012345_A.key", "12345"],
  ["AV_7.KEY", "7"],
  ["av_12345_copy2_A.key", "12345"],
  ["av_12345_copy12.key", "12345"],
  ["activated_A.key", null],
  ["av_12345_A (1).key", null],
  ["_av_1_A.key", null],
])("the number of %s is %s", (name, number) => expect(keyNumber(name)).toBe(number));
