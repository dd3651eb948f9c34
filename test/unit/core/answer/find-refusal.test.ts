import { describe, expect, test } from "vitest";
import { ALAS_ERRORS } from "../../../../core/answer/alas-errors.ts";
import { findRefusal } from "../../../../core/answer/find-refusal.ts";
import { fullWidth } from "../full-width.ts";

const found = (text: string, asKey = false) => {
  const refusal = findRefusal(text, asKey);
  return refusal && `${refusal.alas} ${refusal.name}`;
};
const FILLER = "The quick brown fox jumps over the lazy dog.\n".repeat(10);

describe("every code of the vendor's is found", () => {
  test.each(ALAS_ERRORS.map(({ code, name }) => [code, name]))("%s %s", (code, name) => {
    for (const text of [code, name, `${code}: ${name}`, `Error ${code}`, `${FILLER}Error code: ${code}`]) {
      expect(found(text)).toBe(`${code} ${name}`);
    }
  });
});

describe("a refusal is found", () => {
  test.each([
    ["as a bare number with a line's end", "3.5\r\n", "3.5 ALAS_NO_MORE_ACTIVATION"],
    ["with a full stop behind it", "Activation failed with 3.5.", "3.5 ALAS_NO_MORE_ACTIVATION"],
    ["in brackets", "Activation failed (3.5)", "3.5 ALAS_NO_MORE_ACTIVATION"],
    ["behind a colon", "result:3.5", "3.5 ALAS_NO_MORE_ACTIVATION"],
    ["behind an equals sign", "rc=3.5", "3.5 ALAS_NO_MORE_ACTIVATION"],
    ["behind a hyphen", "ALAS-3.5", "3.5 ALAS_NO_MORE_ACTIVATION"],
    ["in XML's attribute", '<error code="3.4"/>', "3.4 ALAS_NO_ATLAS_UPDATE"],
    ["in XML's element", "<result>3.4</result>", "3.4 ALAS_NO_ATLAS_UPDATE"],
    ["in JSON as a number", '{"errorCode":2.1}', "2.1 ALAS_UNKNOWN_SITEID"],
    ["in JSON as a string", '{"status":"failed","code":"2.1","version":"1.0"}', "2.1 ALAS_UNKNOWN_SITEID"],
    ["in Japanese", "エラー コード: 3.3", "3.3 ALAS_NO_SIGN"],
    ["in a Japanese sentence", "エラー3.3が発生しました", "3.3 ALAS_NO_SIGN"],
    ["in full-width", `コード${fullWidth("3.3")}`, "3.3 ALAS_NO_SIGN"],
    ["beside a version", "ALAS version 3.1: error 3.5", "3.5 ALAS_NO_MORE_ACTIVATION"],
    ["on a line of its own in a page", `${FILLER}3.5\n${FILLER}`, "3.5 ALAS_NO_MORE_ACTIVATION"],
    ["in a page that names its server's release", `ALAS 1.4 service\n${FILLER}3.5\n`, "3.5 ALAS_NO_MORE_ACTIVATION"],
    ["in an element of its own in much XML", `<a>${FILLER}<rc>3.5</rc></a>`, "3.5 ALAS_NO_MORE_ACTIVATION"],
    ["by a name that begins like another", "ALAS_UNKNOWN_SITEID", "2.1 ALAS_UNKNOWN_SITEID"],
    ["by an unknown name", "ALAS_SITE_CLOSED", " ALAS_SITE_CLOSED"],
    ["by an unknown name and number", "4.2: ALAS_SITE_CLOSED", "4.2 ALAS_SITE_CLOSED"],
    ["by an unknown number beside a word for it", "Error code 7.3", "7.3 "],
    ["by an unknown number before a word for it", "7.3 (ALAS error)", "7.3 "],
    ["by an unknown number in Japanese", "エラー: 7.3", "7.3 "],
    ["by a known name with a number that is not its own", "1.4 ALAS_NO_SIGN", "3.3 ALAS_NO_SIGN"],
  ])("%s", (_, text, refusal) => {
    expect(found(text)).toBe(refusal);
  });

  test("with a name shortened to the limit of its record", () => {
    expect(findRefusal(`ALAS_${"X".repeat(200)}`, false)?.name).toHaveLength(64);
  });
});

describe("no refusal is found in", () => {
  test.each([
    ["a version of HTTP", "HTTP/1.1 200 OK, HTTP 2.1"],
    ["a version of HTML", "HTML 3.2 page"],
    ["a version in XML", '<?xml version="3.1"?><a/>'],
    ["a version's element", "<version>3.1</version>"],
    ["a version in JSON", '{"apiVersion":"2.1"}'],
    ["a version with a letter", "v2.1 and V 3.5"],
    ["a server's version", "nginx/1.18.0 (Ubuntu) 3.1.2"],
    ["a style sheet's version", "CSS 2.1"],
    ["the console's version", "everRun 3.5"],
    ["a version in Japanese", "バージョン 3.1"],
    ["a date", "24.11.2026 2.1.2026"],
    ["a size", "3.5 MB of 9.0 GB"],
    ["a percentage", "3.5% 3.1 percent"],
    ["a price", "$3.5, 2.1 €"],
    ["a time", "3.5 hours, 2.1 秒, 3.1時間"],
    ["a negative number", "x = -3.5"],
    ["a longer number", "13.55 3.50 3.5,1"],
    ["an address", "10.3.5.1"],
    ["a word", "a3.5 _3.5 3.5x"],
    ["an unknown number alone", "7.3"],
    ["an unknown number beside another コード", "エンコード 7.3 レコード 7.4"],
    ["an HTTP status of a web server", "HTTP Error 403.14 - Forbidden"],
    ["a part of another name", "XALAS_NO_SIGN"],
    ["a sentence in a page", `${FILLER}See section 3.5 below.`],
    ["a page with numbered clauses", `${FILLER}2.1\nUse\n3.1\nCosts\n${FILLER}`],
    ["nothing", ""],
  ])("%s", (_, text) => {
    expect(found(text)).toBeNull();
  });
});

describe("in what came as a .key file", () => {
  test.each([
    ["a short message is a refusal", "3.5", "3.5 ALAS_NO_MORE_ACTIVATION"],
    ["a known name is a refusal at any length", `${FILLER}ALAS_NO_SIGN`, "3.3 ALAS_NO_SIGN"],
    ["a number in a long text is the key's own", `${FILLER}3.5\n`, null],
    ["a number beside a word in a long text is the key's own", `${FILLER}code=3.5\n`, null],
    ["an unknown name in a long text is the key's own", `${FILLER}issuer=ALAS_SERVER\n`, null],
  ])("%s", (_, text, refusal) => {
    expect(found(text, true)).toBe(refusal);
  });
});
