import { describe, expect, test } from "vitest";
import { type AlasAnswer, judgeAnswer } from "../../../../core/answer/alas-answer.ts";

const KEY_NAME = 'attachment; filename="av_12345_A.key"';
const BINARY_KEY = Uint8Array.from({ length: 2301 }, (_, at) => (at * 89 + 7) % 256);
const TEXT_KEY = `-----BEGIN LICENSE-----\n${"MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A\n".repeat(40)}-----END LICENSE-----\n`;
const bytesOf = (body: string | Uint8Array) => (typeof body === "string" ? new TextEncoder().encode(body) : body);

function judge(body: string | Uint8Array, more: Partial<Omit<AlasAnswer, "bytes">> = {}) {
  return judgeAnswer({ status: 200, contentType: null, contentDisposition: null, ...more, bytes: bytesOf(body) });
}
const named = { contentDisposition: KEY_NAME };
const failed = (code: string, more = {}) => ({ outcome: "failed", problem: { code, ...more } });
const refused = (alas: string, name: string) => ({ outcome: "refused", refusal: { code: "alas-refused", alas, name } });
const key = (fileName = "av_12345_A.key", warnings: string[] = []) => ({ outcome: "key", fileName, warnings });

describe("a key", () => {
  test.each([
    ["of bytes", BINARY_KEY],
    ["of one byte", Uint8Array.of(0xd7)],
    ["of text", TEXT_KEY],
    ["of text that holds a number like a code", `${TEXT_KEY}\nrelease 2.1\n3.5\n`],
    ["in XML", `<?xml version="1.0"?>\n<license asset="ze-207"><sig>${"q".repeat(300)}</sig></license>`],
    ["in lines of name=value", "asset=ze-207\ntype=Enterprise\nsig=q1w2e3r4\n"],
    ["packed as ZIP", Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2)],
    ["packed as gzip", Uint8Array.of(0x1f, 0x8b, 8, 0)],
    ["of text that begins like a program", `MZ${TEXT_KEY}`],
    ["of text that begins like JSON", "{KEY} 9f86d081884c7d65"],
    ["of words, since it is offered as a key", "This licence belongs to the system named on it"],
  ])("%s is taken, named by ALAS", (_, body) => {
    expect(judge(body, named)).toEqual(key());
  });

  test.each([
    ["any declared type", { ...named, contentType: "application/octet-stream" }, key()],
    ["text/plain", { ...named, contentType: "text/plain; charset=utf-8" }, key()],
    [
      "text/html although it is none",
      { ...named, contentType: "Text/HTML;charset=x" },
      key(undefined, ["key-type-unusual"]),
    ],
    ["no name", {}, key("activated_A.key", ["key-name-made-up"])],
    [
      "a name of which nothing can be used",
      { contentDisposition: 'attachment; filename="鍵.key"' },
      key("activated_A.key", ["key-name-made-up"]),
    ],
    [
      "the name of an unactivated key",
      { contentDisposition: "attachment; filename=av_12345.key" },
      key("av_12345.key", ["key-name-without-a"]),
    ],
    [
      "an activated key's name in small letters, as step 3 takes it, too",
      { contentDisposition: "attachment; filename=av_9_a.key" },
      key("av_9_a.key"),
    ],
    [
      "a hostile name",
      { contentDisposition: 'attachment; filename="..\\..\\CON.key"' },
      key("_CON.key", ["key-name-without-a"]),
    ],
    ["an extended name", { contentDisposition: "attachment; filename*=UTF-8''av%5F9_A.key" }, key("av_9_A.key")],
  ])("is taken with %s", (_, headers, judgement) => {
    expect(judge(BINARY_KEY, headers)).toEqual(judgement);
  });
});

describe("a compressed answer", () => {
  const compressed = { ...named, compressed: true };

  test("is no key, since nothing proves that it is complete", () => {
    expect(judge(BINARY_KEY, compressed)).toEqual(failed("answer-compressed"));
    expect(judge(TEXT_KEY, compressed)).toEqual(failed("answer-compressed"));
  });

  test("is still recognised as a refusal or a page", () => {
    expect(judge("Error 3.5", compressed)).toEqual(refused("3.5", "ALAS_NO_MORE_ACTIVATION"));
    expect(judge("<html>Sign in", compressed)).toEqual(failed("answer-html"));
  });
});

describe("a refusal is found in any markup", () => {
  test.each([
    ["text", "Error 3.5: ALAS_NO_MORE_ACTIVATION\r\n", {}],
    ["a bare number", "3.5", {}],
    ["a bare number called .key", "3.5\n", named],
    ["HTML", "<!doctype html><title>ALAS</title><p>Error code: <b>3.5</b>", {}],
    ["HTML called .key", "<html><body>ALAS_NO_MORE_ACTIVATION", named],
    [
      "a long page called .key",
      `<html><body><p>Error code 3.5</p>${"<p>Contact your service provider.</p>".repeat(20)}`,
      named,
    ],
    ["HTML with status 500", "<html><body>3.5</body></html>", { status: 500 }],
    ["XML with status 403", '<?xml version="1.0"?><error code="3.5"/>', { status: 403 }],
    ["JSON", '{"error":{"code":"3.5"}}', { contentType: "application/json" }],
    ["UTF-16", Buffer.from("\ufeffError 3.5", "utf16le"), {}],
    ["Latin-1", Buffer.from("Erreur n\u00b0 : code 3.5 \u00e9", "latin1"), {}],
  ])("in %s", (_, body, headers) => {
    expect(judge(body, headers)).toEqual(refused("3.5", "ALAS_NO_MORE_ACTIVATION"));
  });
});

describe("an answer that is no key gets its own error", () => {
  test.each([
    ["no content", "", { status: 204 }, failed("http-status", { status: 204 })],
    [
      "a server's fault",
      "<html><h1>502 Bad Gateway</h1>nginx/1.18.0</html>",
      { status: 502 },
      failed("http-status", { status: 502 }),
    ],
    ["a key with another status", BINARY_KEY, { ...named, status: 206 }, failed("http-status", { status: 206 })],
    ["an empty answer", "", named, failed("answer-empty")],
    ["only NULs", new Uint8Array(512), named, failed("answer-empty")],
    ["only a control character", "\x07", named, failed("answer-empty")],
    ["only line ends", "\r\n \r\n", named, failed("answer-empty")],
    ["a login page", "<!DOCTYPE html><html><title>Sign in</title></html>", {}, failed("answer-html")],
    ["a login page called .key", "\ufeff\n<!-- x -->\n<HTML lang=ja><form>", named, failed("answer-html")],
    [
      "a login page declared as bytes",
      "<head><meta charset=utf-8>",
      { ...named, contentType: "application/octet-stream" },
      failed("answer-html"),
    ],
    ["a page behind an XML declaration", '<?xml version="1.0"?>\n<!DOCTYPE html><html/>', {}, failed("answer-html")],
    ["a page in UTF-16", Buffer.from("\ufeff<html>x", "utf16le"), {}, failed("answer-html")],
    ["a page in UTF-16 without a mark", Buffer.from("<html><body>x", "utf16le"), {}, failed("answer-html")],
    ["a redirecting script", "<script>location='/login'</script>", {}, failed("answer-html")],
    ["a page without a head", "<h1>Forbidden</h1>", {}, failed("answer-html")],
    ["a page with a version only", "<html><p>HTML 3.2, CSS 2.1</html>", {}, failed("answer-html")],
    ["a page with a code in a comment only", "<html><!-- 3.5 --><p>Sign in</html>", {}, failed("answer-html")],
    ["JSON", '{"message":"sign in"}', {}, failed("answer-json")],
    ["JSON called .key", "\n[1,2]\n", named, failed("answer-json")],
    ["a PDF called .key", "%PDF-1.4\nx", named, failed("answer-not-a-key", { looksLike: "PDF" })],
    ["a PNG", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), {}, failed("answer-not-a-key", { looksLike: "PNG" })],
    ["a JPEG", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), {}, failed("answer-not-a-key", { looksLike: "JPEG" })],
    ["a GIF", "GIF89a\u0001", {}, failed("answer-not-a-key", { looksLike: "GIF" })],
    ["a program", Uint8Array.of(0x4d, 0x5a, 0x90, 0), named, failed("answer-not-a-key", { looksLike: "EXE" })],
    [
      "a Linux program",
      Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2),
      named,
      failed("answer-not-a-key", { looksLike: "ELF" }),
    ],
    ["a ZIP not called .key", Uint8Array.of(0x50, 0x4b, 3, 4), {}, failed("answer-not-a-key", { looksLike: "ZIP" })],
    ["gzip not called .key", Uint8Array.of(0x1f, 0x8b, 8), {}, failed("answer-not-a-key", { looksLike: "gzip" })],
    [
      "words in plain text",
      "The service is temporarily unavailable.",
      { contentType: "text/plain" },
      failed("answer-not-a-key", { looksLike: "text" }),
    ],
    [
      "Japanese words in plain text",
      "ただいまメンテナンス中です。",
      { contentType: "text/plain" },
      failed("answer-not-a-key", { looksLike: "text" }),
    ],
    [
      "a storage service's fault",
      "<Error><Message>Access denied</Message></Error>",
      {},
      failed("answer-not-a-key", { looksLike: "XML" }),
    ],
    [
      "a SOAP fault",
      "<s:Envelope><s:Body><s:Fault/></s:Body></s:Envelope>",
      {},
      failed("answer-not-a-key", { looksLike: "XML" }),
    ],
  ])("%s", (_, body, headers, judgement) => {
    expect(judge(body, headers)).toEqual(judgement);
  });
});
