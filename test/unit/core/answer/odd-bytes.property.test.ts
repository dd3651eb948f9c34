import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeAnswer } from "../../../../core/answer/alas-answer.ts";

const NAMED = 'attachment; filename="av_12345_A.key"';
/** All control bytes but tab and the line breaks, which a text has anyway. */
const CONTROLS = [...Array.from({ length: 32 }, (_, byte) => byte), 0x7f].filter((byte) => byte < 9 || byte > 13);
const ODD_AT_MOST = 8;

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, "utf16le");
const LONG_PAGE = `<html><head><title>ALAS</title></head><body>${"<p>Call us.</p>".repeat(60)}<p>Error code 3.5</p></body></html>`;

const refusals: readonly (readonly [string, string | Buffer])[] = [
  ["a bare number", "3.5"],
  ["a number with a line end", "3.5\r\n"],
  ["a message", "Error 3.5: ALAS_NO_MORE_ACTIVATION\r\n"],
  ["a name alone", "ALAS_NO_MORE_ACTIVATION"],
  ["a message in Japanese", "エラーコード: 3.5 アクティベーションの上限に達しました。"],
  ["a message in Latin-1", Buffer.from("Erreur n\u00b0: code 3.5 d\u00e9pass\u00e9", "latin1")],
  ["a message in UTF-16", utf16("Error 3.5: no more activation")],
  ["a message in UTF-16 without a mark", Buffer.from("Error 3.5", "utf16le")],
  ["XML", '<?xml version="1.0"?>\n<error code="3.5" name="ALAS_NO_MORE_ACTIVATION"/>'],
  ["JSON", '{"error":{"code":"3.5","name":"ALAS_NO_MORE_ACTIVATION"}}'],
  ["a page", "<!doctype html><title>ALAS</title><h1>Failed</h1><p>Error code: <b>3.5</b></p>"],
  ["a long page", LONG_PAGE],
];

const others: readonly (readonly [string, string | Buffer, string])[] = [
  ["a sign-in page", "<!DOCTYPE html><html><title>Sign in</title><form method=post></form></html>", "answer-html"],
  ["a page without a head", "<h1>Forbidden</h1><p>Please sign in.</p>", "answer-html"],
  ["a redirecting script", "<script>location='/login'</script>", "answer-html"],
  ["a page in UTF-16", utf16("<html><body>Sign in</body></html>"), "answer-html"],
  [
    "a page in Shift_JIS",
    Buffer.from("<html><title>\u0083\u008d\u0083O\u0083C\u0083\u0093</title>", "latin1"),
    "answer-html",
  ],
  ["JSON", '{"message":"sign in","login":["https://login.example/"]}', "answer-json"],
  ["a list in JSON", '[{"status":"unauthorized"}]', "answer-json"],
  ["JSON in UTF-16", utf16('{"message":"sign in"}'), "answer-json"],
  ["a SOAP fault", "<s:Envelope><s:Body><s:Fault><r>no</r></s:Fault></s:Body></s:Envelope>", "answer-not-a-key"],
  ["a storage service's fault", "<Error><Message>Access denied</Message></Error>", "answer-not-a-key"],
  ["sign-in words", "Please sign in to the network before you open this page.", "answer-not-a-key"],
  ["sign-in words in Japanese", "ネットワークにサインインしてください。", "answer-not-a-key"],
];

const bytesOf = (body: string | Buffer): number[] => [...(typeof body === "string" ? Buffer.from(body) : body)];

/** A body with some control bytes put in anywhere. */
function withOddBytes(body: string | Buffer): fc.Arbitrary<Uint8Array> {
  const odd = fc.record({ at: fc.nat(1_000_000), byte: fc.constantFrom(...CONTROLS) });
  return fc.array(odd, { minLength: 1, maxLength: ODD_AT_MOST }).map((all) => {
    const bytes = bytesOf(body);
    for (const { at, byte } of all) bytes.splice(at % (bytes.length + 1), 0, byte);
    return Uint8Array.from(bytes);
  });
}

const judge = (bytes: Uint8Array, contentDisposition: string | null) =>
  judgeAnswer({ status: 200, contentType: "text/plain", contentDisposition, bytes });

describe("a few control bytes do not make a key of", () => {
  test.each(refusals)("a refusal: %s", (_, body) => {
    fc.assert(
      fc.property(withOddBytes(body), fc.constantFrom(null, NAMED), (bytes, name) => {
        expect(judge(bytes, name).outcome).not.toBe("key");
      }),
      { numRuns: 500 },
    );
  });

  test.each(others)("%s", (name, body, code) => {
    fc.assert(
      fc.property(withOddBytes(body), (bytes) => {
        const judgement = judge(bytes, null);
        // A stray byte puts UTF-16 out of step: what it then looks like may differ, but it is no key.
        if (!name.includes("UTF-16")) expect(judgement).toMatchObject({ outcome: "failed", problem: { code } });
        else expect(judgement.outcome).toBe("failed");
      }),
      { numRuns: 500 },
    );
  });
});

describe("a refusal keeps its code", () => {
  test.each([
    ["a NUL behind it", "\0"],
    ["a bell behind it", "\x07"],
    ["a delete character behind it", "\x7f"],
    ["the end-of-file mark of DOS behind it", "\x1a"],
    ["a block filled up with NULs", "\0".repeat(512)],
    ["a block filled up with end-of-file marks", "\x1a".repeat(128)],
  ])("with %s", (_, behind) => {
    for (const [, body] of refusals.filter(([name]) => !name.includes("UTF-16"))) {
      for (const name of [null, NAMED]) {
        const bytes = Uint8Array.from([...bytesOf(body), ...bytesOf(behind)]);
        expect(judge(bytes, name)).toMatchObject({ outcome: "refused", refusal: { alas: "3.5" } });
      }
    }
  });
});

/** Bytes without any pattern, as of a signature or a cipher: the same ones for the same number. */
function noise(seed: number, length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, at) =>
    createHash("sha256").update(`${seed}.${at}`).digest(),
  );
  return Buffer.concat(blocks).subarray(0, length);
}

describe("a key stays a key", () => {
  const seeds = fc.tuple(fc.nat(), fc.integer({ min: 64, max: 4096 }));

  test.each([
    ["of any bytes", (bytes: Buffer) => bytes],
    ["in Base64", (bytes: Buffer) => Buffer.from(bytes.toString("base64"))],
    [
      "of a readable head and a signature in bytes",
      (bytes: Buffer) => Buffer.concat([Buffer.from("asset=ze-207\nrelease=2.1\ntype=Enterprise\n\0"), bytes]),
    ],
    [
      "of text with a few control bytes",
      (bytes: Buffer) => Buffer.from(`KEY\x01${bytes.toString("base64")}\x02version 3.5\x03\n`),
    ],
  ])("%s", (_, make) => {
    fc.assert(
      fc.property(seeds, ([seed, length]) => {
        expect(judge(make(noise(seed, length)), NAMED)).toMatchObject({ outcome: "key", warnings: [] });
      }),
      { numRuns: 500 },
    );
  });
});
