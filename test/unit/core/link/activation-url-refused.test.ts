import { describe, expect, test } from "vitest";
import { HOST, refused, URL_207 } from "../../../fixtures/activation-urls.ts";
import { fullWidth } from "../full-width.ts";

describe("a URL that is not ALAS's is refused", () => {
  test.each([
    ["not encrypted", "http://alas.stratus.com/act?siteid=ze-207", { code: "url-not-https", scheme: "http" }],
    ["a local file", "file:///C:/Users/x/act.html", { code: "url-not-https", scheme: "file" }],
    ["a script behind the link", "javascript:void(0)", { code: "url-not-https", scheme: "javascript" }],
    [
      "another host",
      "https://alas.example.com/act?siteid=ze-207",
      { code: "url-wrong-host", host: "alas.example.com" },
    ],
    ["the console's host", "https://10.1.2.3/act?siteid=ze-207", { code: "url-wrong-host", host: "10.1.2.3" }],
    ["a trailing dot", "https://alas.stratus.com./act?siteid=1", { code: "url-wrong-host", host: "alas.stratus.com." }],
    ["a subdomain", "https://x.alas.stratus.com/act?siteid=1", { code: "url-wrong-host", host: "x.alas.stratus.com" }],
    [
      "the name as a prefix",
      "https://alas.stratus.com.evil.example/?siteid=1",
      { code: "url-wrong-host", host: "alas.stratus.com.evil.example" },
    ],
    [
      "the name as a suffix",
      "https://evilalas.stratus.com/?siteid=1",
      { code: "url-wrong-host", host: "evilalas.stratus.com" },
    ],
    [
      "an escaped letter in the name",
      "https://alas%2estratus.com/?siteid=1",
      { code: "url-wrong-host", host: "alas%2estratus.com" },
    ],
    [
      "punycode",
      "https://xn--alas-0x0a.stratus.com/?siteid=1",
      { code: "url-wrong-host", host: "xn--alas-0x0a.stratus.com" },
    ],
    ["an IPv6 address", "https://[::1]/?siteid=1", { code: "url-wrong-host", host: "[::1]" }],
    ["no host", "https:///alas.stratus.com/?siteid=1", { code: "url-wrong-host", host: "" }],
    [
      "a foreign host with a bad character behind it",
      "https://evil.example/a|b",
      { code: "url-wrong-host", host: "evil.example" },
    ],
    ["a user name", "https://alas.stratus.com@evil.example/?siteid=1", { code: "url-user-info" }],
    ["a user name and a password", "https://me:secret@alas.stratus.com/?siteid=1", { code: "url-user-info" }],
    ["another port", "https://alas.stratus.com:8443/act?siteid=1", { code: "url-other-port", port: "8443" }],
    [
      "the port with a zero before it",
      "https://alas.stratus.com:0443/?siteid=1",
      { code: "url-other-port", port: "0443" },
    ],
    ["a port that is no number", "https://alas.stratus.com:44x/?siteid=1", { code: "url-other-port", port: "44x" }],
  ])("%s", (_, pasted, error) => {
    expect(refused(pasted)).toEqual(error);
  });
});

describe("a URL that a browser would repair is refused, with the character", () => {
  test.each([
    ["backslashes for slashes", "https:\\\\alas.stratus.com\\act?siteid=1", "\\"],
    ["one slash", "https:/alas.stratus.com/act?siteid=1", "/"],
    ["a backslash before another host", "https://alas.stratus.com\\@evil.example/?siteid=1", "\\"],
    ["a backslash behind another host", "https://evil.example\\@alas.stratus.com/?siteid=1", "\\"],
    ["a backslash in the path", `${HOST}\\act?siteid=1`, "\\"],
    ["a backslash in a parameter", `${URL_207}&a=\\`, "\\"],
    ["a NUL", `${URL_207}\u0000`, "\u0000"],
    ["a control character in the host", "https://alas.stratus\u0001.com/?siteid=1", "\u0001"],
    ["a quote inside", `${HOST}/a"b?siteid=1`, '"'],
    ["an angle bracket inside", `${URL_207}&a=<b>c`, "<"],
    ["an accent in the asset ID", `${HOST}/act?siteid=z\u00e9-207`, "\u00e9"],
    ["a Cyrillic letter in the host", "https://al\u0430s.stratus.com/?siteid=1", "\u0430"],
    ["full-width digits in the asset ID", `${HOST}/act?siteid=ze-${fullWidth("207")}`, fullWidth("2")],
    ["a vertical bar", `${URL_207}|Link`, "|"],
    ["an escape without digits", `${HOST}/act?siteid=100%&x=1`, "%"],
    ["a damaged escape", `${URL_207}%2&x=1`, "%"],
    ["a second hash sign", `${URL_207}#a#b`, "#"],
    ["a dot segment", `${HOST}/a/../act?siteid=1`, "."],
    ["a single dot segment", `${HOST}/./act?siteid=1`, "."],
    ["a dot segment at the end", `${HOST}/a/..?siteid=1`, "."],
    ["an escaped dot segment", `${HOST}/a/%2E./act?siteid=1`, "."],
  ])("%s", (_, pasted, character) => {
    expect(refused(pasted)).toEqual({ code: "url-malformed", character });
  });

  test("too long a URL", () => {
    const url = `${URL_207}&pad=${"x".repeat(4096)}`;
    expect(refused(url)).toEqual({ code: "url-too-long", length: url.length, limit: 4096 });
  });

  test("too long a paste", () => {
    expect(refused(" ".repeat(65_537))).toEqual({ code: "url-too-long", length: 65_537, limit: 65_536 });
  });
});
