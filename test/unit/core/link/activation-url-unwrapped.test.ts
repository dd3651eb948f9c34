import { describe, expect, test } from "vitest";
import { parseActivationUrl } from "../../../../core/link/activation-url.ts";
import { HOST, refused, URL_207 } from "../../../fixtures/activation-urls.ts";

const LONG_URL = `${HOST}/activation/activate?product=everrun&siteid=ze-207`;

describe("text around a URL is removed and reported", () => {
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
