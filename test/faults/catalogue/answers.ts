import { deflateSync, gzipSync } from "node:zlib";
import type { Fault } from "../fault.ts";
import { answer, attachment, flood, page } from "../plays.ts";

const MIB = 1024 * 1024;
const LOGIN = "<!DOCTYPE html><html><head><title>Sign in</title></head><body><form>Password</form></body></html>";
const PORTAL =
  '<html><head><meta http-equiv="refresh" content="0; url=http://10.0.0.1/welcome"></head><body>Free Wi-Fi</body></html>';
const FAULT_XML = '<?xml version="1.0"?><Envelope><Fault><faultstring>gateway</faultstring></Fault></Envelope>';
const utf16 = Buffer.from(`\ufeff${LOGIN}`, "utf16le");
const octets = { "Content-Type": "application/octet-stream" };
const gzip = { "Content-Encoding": "gzip" };

const html = { failed: "answer-html", exit: 6 } as const;
const json = { failed: "answer-json", exit: 6 } as const;
const empty = { failed: "answer-empty", exit: 6 } as const;
const tooLarge = { failed: "answer-too-large", exit: 6 } as const;
const noKey = { failed: "answer-not-a-key", exit: 6 } as const;

/** Complete answers with status 200 that are no key. */
export const answers: readonly Fault[] = [
  { name: "HTML 200: a login page", play: page(LOGIN), shows: html },
  { name: "HTML 200: a captive portal", play: page(PORTAL), shows: html },
  { name: "HTML 200: a login page with the key's name", play: answer(attachment(), LOGIN), shows: html },
  { name: "HTML 200: declared as bytes", play: answer(octets, `\n<!-- proxy -->\n${LOGIN}`), shows: html },
  { name: "HTML 200: in UTF-16", play: answer({ ...octets, ...attachment() }, utf16), shows: html },
  { name: "HTML 200: packed with gzip", play: answer(gzip, gzipSync(LOGIN)), shows: html },
  {
    name: "HTML 200: packed with deflate",
    play: answer({ "Content-Encoding": "deflate" }, deflateSync(LOGIN)),
    shows: html,
  },
  { name: "JSON", play: answer({ "Content-Type": "application/json" }, '{"error":"unauthorized"}'), shows: json },
  { name: "JSON with the key's name", play: answer(attachment(), '[{"ok":false}]'), shows: json },
  { name: "empty", play: answer(attachment(), ""), shows: empty },
  { name: "empty: blanks and NULs only", play: answer(attachment(), Buffer.alloc(2301)), shows: empty },
  { name: "longer than 1 MiB", play: answer(attachment(), Buffer.alloc(MIB + 1, 7)), shows: tooLarge },
  {
    name: "endless",
    play: flood("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", "x".repeat(64 * 1024)),
    shows: tooLarge,
  },
  { name: "endless, in chunks", play: flood(chunkedHead(), `10000\r\n${"x".repeat(65_536)}\r\n`), shows: tooLarge },
  { name: "gzip bomb (50 KB hold 50 MB)", play: answer(gzip, gzipSync(Buffer.alloc(50e6))), shows: tooLarge },
  {
    name: "gzip bomb inside a gzip bomb",
    play: answer({ "Content-Encoding": "gzip, gzip" }, bombInBomb()),
    shows: tooLarge,
  },
  { name: "another file: PDF", play: answer(attachment("x.pdf"), "%PDF-1.7\n%\xe2"), shows: noKey },
  {
    name: "another file: a program called .key",
    play: answer(attachment(), (key) => Buffer.concat([Buffer.from("MZ\x90\0\x03", "latin1"), key])),
    shows: noKey,
  },
  {
    name: "another file: ZIP",
    play: answer({}, (key) => Buffer.concat([Buffer.from("PK\x03\x04"), key])),
    shows: noKey,
  },
  { name: "XML that reports a fault", play: answer({ "Content-Type": "text/xml" }, FAULT_XML), shows: noKey },
  {
    name: "a text for people",
    play: answer({ "Content-Type": "text/plain" }, "The service is closed today."),
    shows: noKey,
  },
];

function chunkedHead(): string {
  return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n";
}

function bombInBomb(): Buffer {
  return gzipSync(gzipSync(Buffer.alloc(50e6)));
}
