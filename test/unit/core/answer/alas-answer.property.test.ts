import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeAnswer } from "../../../../core/answer/alas-answer.ts";
import { threadMs } from "../../../fixtures/thread-time.ts";

const KEY_NAME = 'attachment; filename="av_12345_A.key"';

describe("any answer", () => {
  const header = fc.option(
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(KEY_NAME, "text/html", "text/plain", "application/octet-stream"),
    ),
  );
  const status = fc.oneof(fc.constant(200), fc.integer({ min: 100, max: 599 }));

  test("is judged, and a key's name is safe", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 600 }),
        status,
        header,
        header,
        (bytes, code, contentType, contentDisposition) => {
          const judgement = judgeAnswer({ status: code, contentType, contentDisposition, bytes });
          if (judgement.outcome !== "key") return;
          expect(code).toBe(200);
          expect(bytes.length).toBeGreaterThan(0);
          expect(judgement.fileName).toMatch(/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,59}\.key$/);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("a web page is never a key", () => {
    const blank = fc.constantFrom("", " ", "\n\t", "\ufeff", "<!-- a > b -->", "<!---->\r\n", " ".repeat(3000));
    const start = fc.constantFrom(
      "<!doctype html>",
      "<!DOCTYPE HTML PUBLIC 'x'>",
      "<html>",
      "<HTML lang='ja'>",
      "<head>",
      "<body bgcolor=white>",
      "<script>",
      "<meta charset=utf-8>",
      "<title>x</title>",
    );
    const encoding = fc.constantFrom<(page: string) => Uint8Array>(
      (page) => Buffer.from(page, "utf8"),
      (page) => Buffer.from(page, "latin1"),
      (page) => Buffer.from(`\ufeff${page}`, "utf16le"),
      (page) => Buffer.from(`\ufeff${page}`, "utf16le").swap16(),
    );
    fc.assert(
      fc.property(
        fc.array(blank, { maxLength: 4 }),
        start,
        fc.string({ unit: "binary" }),
        encoding,
        status,
        header,
        header,
        (blanks, tag, rest, encode, code, contentType, contentDisposition) => {
          // Read as Latin-1, a byte order mark has no bytes of its own.
          const page = `${blanks.join("")}${tag}${rest}`;
          const bytes = encode(encode(page).length > page.length ? page : page.replaceAll("\ufeff", ""));
          expect(judgeAnswer({ status: code, contentType, contentDisposition, bytes }).outcome).not.toBe("key");
        },
      ),
      { numRuns: 1000 },
    );
  });

  test.each([
    "\0",
    " ",
    "<",
    "<!--",
    "<!---->",
    "<script>",
    "3.5 ",
    "ALAS_",
    "[",
    '{"a":',
    "\u3000",
    "1.",
    "a=\n",
    "-",
    "é",
  ])("a megabyte of %j is judged soon", (unit) => {
    const bytes = new TextEncoder().encode(unit.repeat(1_048_576 / unit.length)).subarray(0, 1_048_576);
    const start = threadMs();
    for (const contentDisposition of [null, KEY_NAME]) {
      judgeAnswer({ status: 200, contentType: "text/plain", contentDisposition, bytes });
    }
    expect(threadMs() - start).toBeLessThan(10_000);
  });
});
