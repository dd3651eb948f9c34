import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseActivationUrl } from "../../../../core/link/activation-url.ts";
import { unwrapUrls } from "../../../../core/link/unwrap-url.ts";
import { threadMs } from "../../../fixtures/thread-time.ts";

const alphabet = (characters: string) => fc.constantFrom(...characters);
const escaped = fc.integer({ min: 0, max: 255 }).map((byte) => `%${byte.toString(16).padStart(2, "0")}`);
const token = fc.string({ unit: fc.oneof(alphabet("abzAZ019-_.~!*,;:@/?=&+$()'"), escaped), maxLength: 120 });

/** A URL as a console may give it. It ends in a letter, so that a sentence's full stop behind it is told apart. */
const url = fc
  .tuple(fc.constantFrom("", ":443", ":"), token, token)
  .map(([port, path, query]) => `https://alas.stratus.com${port}/${path}?siteid=ze-207&q=${query}end`);

type Wrapping = (text: string) => string;
const around =
  (before: string, after: string): Wrapping =>
  (text) =>
    before + text + after;
const enclosing = fc.constantFrom<Wrapping>(
  around("", ""),
  around(" \t", "\r\n"),
  around('"', '"'),
  around("'", "'"),
  around("\u201c", "\u201d"),
  around("「", "」"),
  around("『", "』"),
  around("<", ">"),
  around("\ufeff<", ">\u200b"),
);
const sentence = fc.constantFrom<Wrapping>(
  around("", ""),
  around("Please open ", " today."),
  around("The link: ", "\n\nThanks"),
  around("URLは", "です。"),
  around("Copied from the console:\r\n\r\n", "\r\n\r\nTanaka"),
  around("[InternetShortcut]\r\nURL=", "\r\nIDList=\r\n"),
);

/** Breaks a text behind each of the places (characters), as a mail program does, with a reply's mark before each line. */
function broken(text: string, places: readonly number[], lineBreak: string): string {
  const cuts = [...new Set(places)].filter((place) => place > 0 && place < text.length).sort((a, b) => a - b);
  return [0, ...cuts].map((from, at) => text.slice(from, cuts[at] ?? text.length)).join(lineBreak);
}

describe("removing the text around a URL", () => {
  test("gives the URL byte for byte, whatever it was wrapped in", () => {
    fc.assert(
      fc.property(url, enclosing, sentence, (text, enclose, say) => {
        expect(unwrapUrls(say(enclose(text))).urls).toEqual([text]);
      }),
      { numRuns: 500 },
    );
  });

  test("gives the URL byte for byte, wherever a bracketed one was broken", () => {
    const lineBreaks = fc.constantFrom("\n", "\r\n", " \r\n\t", "\n> ", "\r\n>> ");
    const places = fc.array(fc.integer({ min: "https://".length, max: 300 }), { maxLength: 5 });
    fc.assert(
      fc.property(url, places, lineBreaks, (text, at, lineBreak) => {
        fc.pre(!/\n[> \t]*[a-z][a-z0-9+.-]{1,15}:\/\//i.test(broken(text, at, lineBreak)));
        const { urls, trimmed } = unwrapUrls(`<${broken(text, at, lineBreak)}>`);
        expect(urls).toEqual([text]);
        expect(trimmed.includes("line-breaks")).toBe(at.some((place) => place < text.length));
      }),
      { numRuns: 500 },
    );
  });

  test("gives the URL byte for byte if it was broken after a character that ends none", () => {
    fc.assert(
      fc.property(url, fc.nat(), (text, pick) => {
        const places = [...text.matchAll(/[-=&_]/g)].map(({ index }) => index + 1);
        const place = places[pick % places.length] ?? 0;
        fc.pre(!/^[a-z][a-z0-9+.-]*:\/\//i.test(text.slice(place)));
        expect(unwrapUrls(`${text.slice(0, place)}\r\n${text.slice(place)}`).urls).toEqual([text]);
      }),
      { numRuns: 500 },
    );
  });

  test("finishes soon on the longest hostile texts", () => {
    for (const unit of [
      "a",
      "https://",
      '"',
      " ",
      ">",
      "<",
      "a:/",
      "https://a\n",
      "%",
      "(",
      ")",
      "'",
      "\r",
      "\n",
      ">\n",
      '"https://',
      "[",
      "-\n",
      ",",
      "「",
    ]) {
      const text = unit.repeat(Math.floor(65_536 / unit.length));
      const start = threadMs();
      parseActivationUrl(text);
      parseActivationUrl(`Open https://alas.stratus.com/${text}`.slice(0, 65_536));
      expect(threadMs() - start, `time for ${JSON.stringify(unit)}`).toBeLessThan(1_500);
    }
  });
});

describe("a hostile URL", () => {
  const piece = fc.constantFrom(
    ..."https:// http:// https: // / \\ @ : :443 # ? ?siteid=1 . .. %2e %40 %2f %5c [ ] alas.stratus.com ALAS.STRATUS.COM evil.example".split(
      " ",
    ),
    "\t",
    "\n",
    "\r\n",
    " ",
    "\u0000",
    "\u00ad",
    "\u200b",
    "\u3002",
    "\uff0e",
    "\uff0f",
    "\uff20",
    "\u2100",
    "\u0430",
    "\u202e",
    '"',
    "<",
    ">",
    "'",
    "|",
    "^",
  );
  const hostile = fc.oneof(
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
    fc.array(piece, { maxLength: 8 }).map((pieces) => `https://${pieces.join("")}`),
    fc.array(piece, { maxLength: 8 }).map((pieces) => `https://alas.stratus.com${pieces.join("")}?siteid=1`),
    fc.string({ unit: "binary", maxLength: 60 }).map((text) => `https://${text}`),
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
  );

  test("is never taken when a browser would go elsewhere with it, and once taken is taken unchanged", () => {
    fc.assert(
      fc.property(hostile, (pasted) => {
        const parsed = parseActivationUrl(pasted);
        if (!parsed.ok) return;
        const seen = new URL(parsed.value.text);
        expect([seen.protocol, seen.host, seen.username, seen.password]).toEqual([
          "https:",
          "alas.stratus.com",
          "",
          "",
        ]);
        expect(parsed.value.text).toMatch(/^[!-~]+$/);
        // The file that it is written to must give it back, or the stick would be called damaged later.
        expect(parseActivationUrl(`${parsed.value.text}\r\n`)).toMatchObject({
          value: { text: parsed.value.text, assetId: parsed.value.assetId },
        });
      }),
      { numRuns: 5000 },
    );
  });

  test("that is taken keeps its path and query in a browser's hands, but for an apostrophe", () => {
    fc.assert(
      fc.property(url, (text) => {
        fc.pre(!text.includes("'") && parseActivationUrl(text).ok);
        const seen = new URL(text);
        expect(text).toContain(seen.pathname + seen.search);
      }),
      { numRuns: 500 },
    );
  });

  test("never makes the parser fail", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(typeof parseActivationUrl(text).ok).toBe("boolean");
      }),
    );
  });
});
