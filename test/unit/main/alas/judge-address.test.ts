import { describe, expect, test } from "vitest";
import { judgeAddress, judgeRedirect } from "../../../../main/alas/judge-address.ts";

const hosts = ["alas.stratus.com"];
const first = "https://alas.stratus.com/act?siteid=ze-207";

describe("an address is asked byte for byte or not at all", () => {
  test.each([
    ["the usual one", first],
    ["escapes in either case, and some that need not be", `${first}&s=a%2Bb%2fc%7e%41`],
    ["every character that may stand in a query", "https://alas.stratus.com/a?x=~!$&()*+,;=:@/?_-."],
    ["every character that may stand in a path", "https://alas.stratus.com/~!$&'()*+,;=:@_-./x"],
    ["an apostrophe in the query, which browsers escape", "https://alas.stratus.com/a?x=it's"],
    ["an empty query", "https://alas.stratus.com/a?"],
    ["no path", "https://alas.stratus.com?siteid=1"],
    ["capital letters in the host", "https://ALAS.Stratus.COM/a?siteid=1"],
    ["the usual port, spelled out", "https://alas.stratus.com:443/a?siteid=1"],
    ["a fragment, which is never sent", `${first}#top`],
  ])("%s", (_, url) => expect(judgeAddress(url, hosts)).toMatchObject({ ok: true }));

  test.each([
    ["a dot segment would be resolved", "https://alas.stratus.com/a/../b?siteid=1", "a"],
    ["a backslash would be turned round", "https://alas.stratus.com/a\\b?siteid=1", "\\"],
    ["a space would be escaped", "https://alas.stratus.com/a?x=1 2", " "],
  ])("%s", (_, url, character) => {
    expect(judgeAddress(url, hosts)).toEqual({ ok: false, error: { code: "url-malformed", character } });
  });

  test.each([
    "http://alas.stratus.com/a",
    "https://alas.stratus.com.evil.example/a",
    "https://evil.example/a?alas.stratus.com",
    "https://alas.stratus.com@evil.example/a",
    "https://name:word@alas.stratus.com/a",
    "https://alas.stratus.com:8443/a",
    "https://alas.stratus.com./a",
    "ftp://alas.stratus.com/a",
  ])("not asked: %s", (url) => expect(judgeAddress(url, hosts)).toMatchObject({ error: { code: "url-wrong-host" } }));
});

describe("a redirect is followed within ALAS only", () => {
  test("to another of its pages", () => {
    expect(judgeRedirect("https://alas.stratus.com/next", [first], hosts)).toMatchObject({ ok: true });
  });

  test.each([
    ["to plain http", "http://alas.stratus.com/next"],
    ["to another host", "https://login.example/"],
    ["to a host that only looks like it", "https://alas.stratus.com.example/"],
    ["to another port", "https://alas.stratus.com:8443/"],
    ["with a name and a password", "https://a:b@alas.stratus.com/"],
    ["to a file", "file:///etc/passwd"],
    ["to nothing that is an address", "::"],
  ])("refused: %s", (_, to) => {
    expect(judgeRedirect(to, [first], hosts)).toEqual({ ok: false, error: { code: "redirect-refused", to } });
  });

  test("back to where it came from is a loop", () => {
    expect(judgeRedirect(first, [first], hosts)).toMatchObject({ error: { code: "redirect-loop" } });
  });

  test.each([
    [5, true],
    [6, false],
  ])("redirect number %i is followed: %s", (number, followed) => {
    const visited = Array.from({ length: number }, (_, i) => `https://alas.stratus.com/${i}`);
    expect(judgeRedirect("https://alas.stratus.com/next", visited, hosts).ok).toBe(followed);
  });
});
