import { describe, expect, test } from "vitest";
import { parseActivationUrl } from "../../../../core/link/activation-url.ts";
import { HOST, refused, URL_207 } from "../../../fixtures/activation-urls.ts";

describe("a URL is kept byte for byte", () => {
  test.each([
    ["alone", URL_207],
    ["with a full stop at its end", `${URL_207}&v=7.`],
    ["with a bracket at its end", `${URL_207}&v=7)`],
    ["with the port spelled out", "https://alas.stratus.com:443/act?siteid=ze-207"],
    ["with an empty port", "https://alas.stratus.com:/act?siteid=ze-207"],
    ["with scheme and host in capitals", "HTTPS://ALAS.Stratus.COM/act?siteid=ze-207"],
    ["without a path", "https://alas.stratus.com?siteid=ze-207"],
    ["with a signature and escapes", `${HOST}/a/b;c=1/act?sig=aB%2b%2F%3d~!$'()*&siteid=ze-207&x=a/b?c:d@e#top`],
    ["with another URL as a parameter", `${HOST}/act?siteid=ze-207&back=https://console.plant.local/`],
    ["with dots that are no dot segments", `${HOST}/a.b/..c/...?siteid=ze-207`],
    ["with dot segments behind the path", `${HOST}/act?siteid=ze-207&file=/../a`],
    ["as long as it may be", `${URL_207}&pad=${"x".repeat(4096 - URL_207.length - 5)}`],
  ])("%s", (_, url) => {
    expect(parseActivationUrl(url)).toEqual({
      ok: true,
      value: { text: url, assetId: "ze-207", trimmed: [], warnings: [] },
    });
  });
});

describe("two different URLs are ambiguous", () => {
  test.each([
    ["both ALAS's", `${URL_207}\n${HOST}/act?siteid=ze-208`, [URL_207, `${HOST}/act?siteid=ze-208`]],
    ["one of another host", `${URL_207} http://www.stratus.example/help`, [URL_207, "http://www.stratus.example/help"]],
    ["pasted without a blank", `${URL_207}${HOST}/b?siteid=1`, [URL_207, `${HOST}/b?siteid=1`]],
  ])("%s", (_, pasted, urls) => {
    expect(refused(pasted)).toEqual({ code: "url-ambiguous", urls });
  });

  test("of many only five are listed", () => {
    const many = Array.from({ length: 9 }, (_, at) => `${HOST}/act?siteid=ze-${at}`);
    expect(refused(many.join("\n"))).toEqual({ code: "url-ambiguous", urls: many.slice(0, 5) });
  });
});

describe("a paste without a URL says what it contains instead", () => {
  test.each([
    ["nothing", "", "url-missing"],
    ["blanks and invisible characters", " \r\n\u200b\ufeff", "url-missing"],
    ["the link's words", "ライセンスのアクティベーション", "url-link-text"],
    ["the link's words in brackets", "[ライセンスのアクティベーション]", "url-link-text"],
    ["the other name of the link", "「アクティベート済みライセンス」", "url-link-text"],
    ["the step's heading", "ステップ 1: アクティベートされたライセンス キーのダウンロード", "url-link-text"],
    ["the link's words in English", "Activate License", "url-link-text"],
    ["the link's words in British English", " activate licence ", "url-link-text"],
    ["the link's words over two lines", "Step 1: Download Activated\r\nLicense Key", "url-link-text"],
    ["the link's words in German", "Lizenz aktivieren", "url-link-text"],
    ["an address without https://", "alas.stratus.com/act?siteid=ze-207", "url-no-scheme"],
    ["an address with two slashes only", "//ALAS.stratus.com/act?siteid=ze-207", "url-no-scheme"],
    ["an address without its slashes", "https:alas.stratus.com/act?siteid=ze-207", "url-no-scheme"],
    ["a key's content", "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A", "url-not-found"],
    ["a path", "E:\\KEYFERRY\\activation-url.txt", "url-not-found"],
    ["a sentence", "I copied it, what now?", "url-not-found"],
  ])("%s", (_, pasted, code) => {
    expect(refused(pasted)).toEqual({ code });
  });
});

describe("the asset ID is looked at before the trip", () => {
  test.each([
    ["no parameters", `${HOST}/act`, { code: "asset-id-missing" }],
    ["nothing but the host", HOST, { code: "asset-id-missing" }],
    ["parameters in the fragment only", `${HOST}/act#?siteid=ze-207`, { code: "asset-id-missing" }],
    [
      "a blank asset ID at the end",
      `${HOST}/act?siteid=`,
      { code: "asset-id-blank", parameter: "siteid", cutOff: true },
    ],
    ["its name at the end", `${HOST}/act?v=7&siteid`, { code: "asset-id-blank", parameter: "siteid", cutOff: true }],
    ["nothing behind the question mark", `${HOST}/act?`, { code: "asset-id-missing" }],
    ["an escape cut off", `${HOST}/act?siteid=ze%`, { code: "url-malformed", character: "%", cutOff: true }],
    ["an escape cut in two", `${HOST}/act?siteid=ze%2`, { code: "url-malformed", character: "%", cutOff: true }],
    ["a damaged escape elsewhere", `${HOST}/act?siteid=ze%2&v=7`, { code: "url-malformed", character: "%" }],
    [
      "two different asset IDs",
      `${HOST}/act?siteid=ze-207&assetid=ze-208`,
      { code: "asset-id-ambiguous", ids: ["ze-207", "ze-208"] },
    ],
    [
      "a blank asset ID before another parameter",
      `${HOST}/act?AssetID=%20&id=5`,
      { code: "asset-id-blank", parameter: "AssetID", cutOff: false },
    ],
  ])("refused: %s", (_, pasted, error) => {
    expect(refused(pasted)).toEqual(error);
  });

  test.each([
    ["it ends within the asset ID's name", `${HOST}/act?si`, null, ["asset-id-unknown", "url-may-be-cut-off"]],
    ["it ends behind an ampersand", `${HOST}/act?v=7&`, null, ["asset-id-unknown", "url-may-be-cut-off"]],
    ["it ends behind an equals sign", `${HOST}/act?v=`, null, ["asset-id-unknown", "url-may-be-cut-off"]],
    ["it ends behind the asset ID's hyphen", `${HOST}/act?siteid=ze-`, "ze-", ["url-may-be-cut-off"]],
    ["no parameter looks like one", `${HOST}/act?k=ze-207`, null, ["asset-id-unknown"]],
    ["the link was copied out of a page's source", `${URL_207}&amp;v=7`, "ze-207", ["html-escape-in-url"]],
    [
      "its name stands behind an HTML escape",
      `${HOST}/act?v=7&amp;siteid=ze-207`,
      null,
      ["asset-id-unknown", "html-escape-in-url"],
    ],
  ])("warned of: %s", (_, pasted, assetId, warnings) => {
    expect(parseActivationUrl(pasted)).toMatchObject({ ok: true, value: { text: pasted, assetId, warnings } });
  });
});

describe("the caller chooses the hosts", () => {
  test("only the site's own host is accepted", () => {
    const hosts = ["alas.practice.example"];
    expect(parseActivationUrl("https://alas.practice.example/act?siteid=ze-207", hosts).ok).toBe(true);
    expect(parseActivationUrl(URL_207, hosts)).toMatchObject({ ok: false, error: { code: "url-wrong-host" } });
    expect(parseActivationUrl("alas.practice.example/act", hosts)).toMatchObject({ error: { code: "url-no-scheme" } });
  });
});
