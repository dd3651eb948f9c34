import { describe, expect, test } from "vitest";
import { parseActivationUrl } from "../../../../core/link/activation-url.ts";
import { fullWidth } from "../full-width.ts";

const HOST = "https://alas.stratus.com";
const URL_207 = `${HOST}/act?siteid=ze-207`;
const LONG_URL = `${HOST}/activation/activate?product=everrun&siteid=ze-207`;

/** The error of a paste that must be refused. */
function refused(pasted: string): unknown {
  const parsed = parseActivationUrl(pasted);
  return parsed.ok ? parsed.value : parsed.error;
}

describe("a URL is taken byte for byte", () => {
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

describe("what surrounds a URL is taken off, and said", () => {
  test.each([
    ["Notepad added a line's end", `${URL_207}\r\n`, ["white-space"]],
    ["blanks came along", `\t  ${URL_207}\u3000`, ["white-space"]],
    ["the file begins with a byte order mark", `\ufeff${URL_207}`, ["invisible-characters"]],
    [
      "a mail program hid blanks in it",
      `https://alas.stratus.\u200bcom/act?site\u00adid=ze-207\u200e`,
      ["invisible-characters"],
    ],
    ["it is in quotes", `"${URL_207}"`, ["quotes"]],
    ["it is in single quotes", `'${URL_207}'`, ["quotes"]],
    ["Word made the quotes pretty", `\u201c${URL_207}\u201d`, ["quotes"]],
    ["it is in German quotes", `\u201e${URL_207}\u201c`, ["quotes"]],
    ["it is in Japanese quotes", `「${URL_207}」`, ["quotes"]],
    ["it is in Japanese double quotes", `『${URL_207}』`, ["quotes"]],
    ["it is in half-width Japanese quotes", `\uff62${URL_207}\uff63`, ["quotes"]],
    ["only the first quote was copied", `"${URL_207}`, ["quotes"]],
    ["only the last quote was copied", `${URL_207}"`, ["quotes"]],
    ["it is in angle brackets", `<${URL_207}>`, ["angle-brackets"]],
    ["it is in full-width angle brackets", `\uff1c${URL_207}\uff1e`, ["angle-brackets"]],
    ["only the last angle bracket was copied", `${URL_207}>`, ["angle-brackets"]],
    ["it is in angle brackets as RFC 3986 shows them", `<URL:${URL_207}>`, ["angle-brackets", "words"]],
    ["it is in brackets, quotes and blanks", ` < "${URL_207}" > `, ["white-space", "quotes", "angle-brackets"]],
    ["words stand before it", `The link: ${URL_207}`, ["words"]],
    ["a word touches it", `Link${URL_207}`, ["words"]],
    ["a label touches it", `URL:${URL_207}`, ["words"]],
    ["words stand behind it", `${URL_207} is the link`, ["words"]],
    ["a sentence ends with it", `Please open ${URL_207}.`, ["words"]],
    ["a question ends with it", `Did you open ${URL_207}?!`, ["words"]],
    ["it stands in brackets in a sentence", `Open the link (${URL_207}).`, ["words"]],
    ["it stands in square brackets", `Link [${URL_207}]`, ["words"]],
    ["a Japanese sentence touches it", `URLは${URL_207}です。`, ["words"]],
    ["a Japanese full stop touches it", `${URL_207}。`, ["words"]],
    ["a full-width bracket touches it", `リンク（${URL_207}）を開く`, ["words"]],
    [
      "a web page's source was copied",
      `<a href="${URL_207}">Activate License</a>`,
      ["quotes", "angle-brackets", "words"],
    ],
    [
      "it was copied with the same URL as its words",
      `<a href="${URL_207}">${URL_207}</a>`,
      ["quotes", "angle-brackets", "words"],
    ],
    ["a sender's name stands below it", `${URL_207}\nThanks`, ["words"]],
    ["a sentence and a greeting end with it", `Open ${URL_207}.\nThanks`, ["words"]],
    [
      "a long line and a greeting follow each other",
      `${URL_207}&version=7.9.0.0-1234567890\nRegards,`,
      ["words"],
      "&version=7.9.0.0-1234567890",
    ],
    [
      "a sentence's last word was wrapped below it",
      `Please open ${URL_207}&version=7.9.0.0-1\ntoday.`,
      ["words"],
      "&version=7.9.0.0-1",
    ],
    ["an address stands below it", `${URL_207}\ntanaka@plant.example`, ["words"]],
    ["several words stand below it", `${URL_207}\nze-208 is next`, ["words"]],
    ["Japanese words stand below it", `${URL_207}\nよろしくお願いします`, ["words"]],
    ["a blank line and a number stand below it", `${URL_207}\n\n4711`, ["words"]],
    ["it was pasted twice", `${URL_207}\n${URL_207}\n`, ["words"]],
    ["it was pasted twice without a blank", `${URL_207}${URL_207}`, ["words"]],
    ["it was pasted twice, in two sentences", `Open ${URL_207}. I said ${URL_207}!`, ["words"]],
    ["it is a shortcut file", `[InternetShortcut]\r\nURL=${URL_207}\r\n`, ["words"]],
    [
      "it is a shortcut file with an icon's URL and empty lines",
      `[{000214A0-0000-0000-C000-000000000046}]\r\nProp3=19,2\r\n[InternetShortcut]\r\nURL=${URL_207}\r\nIDList=\r\nIconFile=https://alas.stratus.com/favicon.ico\r\n`,
      ["words"],
    ],
    ["it is a Linux shortcut", `[Desktop Entry]\nType=Link\nURL=${URL_207}\nIcon=text-html\n`, ["words"]],
  ])("%s", (_, pasted, trimmed, more = "") => {
    expect(parseActivationUrl(pasted)).toEqual({
      ok: true,
      value: { text: URL_207 + more, assetId: "ze-207", trimmed, warnings: [] },
    });
  });

  test("a full stop inside quotes is the URL's, also in a sentence", () => {
    const parsed = parseActivationUrl(`Open "${URL_207}." now`);
    expect(parsed).toMatchObject({ ok: true, value: { text: `${URL_207}.`, trimmed: ["quotes", "words"] } });
  });

  test("a bracket that the URL opens itself is kept in a sentence", () => {
    const parsed = parseActivationUrl(`Open ${URL_207}&x=(1)!`);
    expect(parsed).toMatchObject({ ok: true, value: { text: `${URL_207}&x=(1)` } });
  });

  test("a shortcut's URL keeps its last character", () => {
    const parsed = parseActivationUrl(`[InternetShortcut]\nURL=${URL_207}.\n`);
    expect(parsed).toMatchObject({ ok: true, value: { text: `${URL_207}.` } });
  });
});

describe("a broken URL is joined again", () => {
  test.each([
    ["behind a hyphen", `${HOST}/act?siteid=ze-\r\n207`, URL_207, ["line-breaks"]],
    ["before a hyphen", `${HOST}/act?siteid=ze\n-207`, URL_207, ["line-breaks"]],
    ["behind the equals sign", `${HOST}/act?siteid=\nze-207`, URL_207, ["line-breaks"]],
    ["behind the question mark", `${HOST}/act?\nsiteid=ze-207`, URL_207, ["line-breaks"]],
    ["behind a slash", `${HOST}/\nact?siteid=ze-207`, URL_207, ["line-breaks"]],
    ["in the host", "https://alas.\nstratus.com/act?siteid=ze-207", URL_207, ["line-breaks"]],
    ["in an escape, behind the percent sign", `${URL_207}&a=%\n41`, `${URL_207}&a=%41`, ["line-breaks"]],
    ["in an escape, behind its first digit", `${URL_207}&a=%4\nb`, `${URL_207}&a=%4b`, ["line-breaks"]],
    ["in a long line, before letters", `${LONG_URL}&sig=abc\ndefgh`, `${LONG_URL}&sig=abcdefgh`, ["line-breaks"]],
    [
      "several times",
      `${HOST}/act?\r\nproduct=everrun&\r\nsiteid=ze-\r\n207\r\n`,
      `${HOST}/act?product=everrun&siteid=ze-207`,
      ["white-space", "line-breaks"],
    ],
    ["with indents", `${HOST}/act?siteid=ze-  \n    207`, URL_207, ["line-breaks"]],
    ["with Windows line ends copied twice", `${HOST}/act?siteid=ze-\r\r\n207`, URL_207, ["line-breaks"]],
    ["in a quoted mail", `> ${HOST}/act?siteid=ze-\n> 207`, URL_207, ["white-space", "angle-brackets", "line-breaks"]],
    ["in a mail quoted twice", `${HOST}/act?siteid=ze-\n>> 207`, URL_207, ["line-breaks"]],
    ["in angle brackets", `<${HOST}/act?siteid=ze-\n207>`, URL_207, ["angle-brackets", "line-breaks"]],
    [
      "in angle brackets, between letters",
      `<${HOST}/act?siteid=ze-207&x=ab\nThanks\ncd>`,
      `${URL_207}&x=abThankscd`,
      ["angle-brackets", "line-breaks"],
    ],
    ["in Japanese quotes", `「${HOST}/act?siteid=ze-\n207」です`, URL_207, ["quotes", "words", "line-breaks"]],
    ["in single quotes", `'${HOST}/act?siteid=ze-\n207'`, URL_207, ["quotes", "line-breaks"]],
    ["with words before it", `The link: ${HOST}/act?siteid=ze-\n207`, URL_207, ["words", "line-breaks"]],
    ["with a greeting two lines below", `${HOST}/act?siteid=ze-\n207\nThanks`, URL_207, ["words", "line-breaks"]],
  ])("%s", (_, pasted, text, trimmed) => {
    expect(parseActivationUrl(pasted)).toEqual({ ok: true, value: { text, assetId: "ze-207", trimmed, warnings: [] } });
  });

  test("but never to the next URL", () => {
    expect(refused(`${HOST}/act?siteid=\n${URL_207}`)).toMatchObject({ code: "url-ambiguous" });
  });
});

describe("two different URLs are a question", () => {
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

describe("a paste without a URL says what it is instead", () => {
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

describe("a URL that a browser would mend is refused, with the character", () => {
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
    ["an escape cut off", `${URL_207}%2`, "%"],
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

describe("the asset ID is looked at before the trip", () => {
  test.each([
    ["no parameters", `${HOST}/act`, { code: "asset-id-missing" }],
    ["nothing but the host", HOST, { code: "asset-id-missing" }],
    ["parameters in the fragment only", `${HOST}/act#?siteid=ze-207`, { code: "asset-id-missing" }],
    ["a blank asset ID", `${HOST}/act?siteid=`, { code: "asset-id-blank", parameter: "siteid" }],
    [
      "a blank asset ID before another parameter",
      `${HOST}/act?AssetID=%20&id=5`,
      { code: "asset-id-blank", parameter: "AssetID" },
    ],
  ])("refused: %s", (_, pasted, error) => {
    expect(refused(pasted)).toEqual(error);
  });

  test.each([
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

describe("the hosts are the caller's", () => {
  test("a site's own host is taken, and only it", () => {
    const hosts = ["alas.practice.example"];
    expect(parseActivationUrl("https://alas.practice.example/act?siteid=ze-207", hosts).ok).toBe(true);
    expect(parseActivationUrl(URL_207, hosts)).toMatchObject({ ok: false, error: { code: "url-wrong-host" } });
    expect(parseActivationUrl("alas.practice.example/act", hosts)).toMatchObject({ error: { code: "url-no-scheme" } });
  });
});
