import type { Trim } from "../step-results.ts";
import { findUrls } from "./find-urls.ts";
import { withoutInvisible } from "./invisible-characters.ts";

/** The different URLs of a pasted text, each byte for byte, and what was removed around them. */
export interface UnwrappedUrls {
  readonly urls: readonly string[];
  readonly trimmed: readonly Trim[];
}

// "\r\r\n" comes from a text file copied through two systems and is one break. Matched only from the start of a run of "\r":
// matching from each "\r" took 11 s on a hostile text.
const LINE_BREAK = /(?<!\r)\r*\n|[\r\v\f\u0085\u2028\u2029]/;
// Between two URLs pasted without a blank. A URL in another one's parameter follows one of these characters.
const BETWEEN_URLS = /(?<=[^=/?&,%:;+(#@!*'[\]-])(?=https?:\/\/)/i;
const QUOTES = /["'`\u00ab\u00bb\u2018-\u201f\u2039\u203a\u300c-\u300f\uff02\uff07\uff62\uff63]/;
const ANGLE_BRACKETS = /[<>\u3008-\u300b\uff1c\uff1e]/;

/**
 * Removes invisible characters, white space, quotes, angle brackets, words, and line breaks inserted by Notepad or a mail
 * program around the URLs of a pasted text. The URLs' own characters stay. A final full stop is removed only if there are
 * other words: then it ends a sentence.
 */
export function unwrapUrls(text: string): UnwrappedUrls {
  const visible = withoutInvisible(text);
  const lines = visible.split(LINE_BREAK);
  const shortcut = shortcutTargets(lines);
  const { found, rest } = findUrls(shortcut ?? lines);
  const pasted = found.flatMap(({ text: run, closed }) => run.split(BETWEEN_URLS).map((url) => ({ url, closed })));
  const words = pasted.length > 1 || [...rest].some(isWord);
  const urls = pasted.map(({ url, closed }) => (words && !closed && !shortcut ? withoutSentenceEnd(url) : url));
  const edges = found.map(({ before, after }) => lastMarks(before) + firstMarks(after)).join("");
  const trims: Record<Trim, boolean> = {
    "white-space": !words && !shortcut && /\s/.test(rest),
    quotes: QUOTES.test(edges),
    "angle-brackets": ANGLE_BRACKETS.test(edges),
    "invisible-characters": visible !== text,
    words: words || shortcut !== undefined,
    "line-breaks": found.some(({ joined }) => joined),
  };
  return { urls: [...new Set(urls)], trimmed: trimOrder.filter((trim) => trims[trim]) };
}

const trimOrder: readonly Trim[] = [
  "white-space",
  "quotes",
  "angle-brackets",
  "invisible-characters",
  "words",
  "line-breaks",
];

/**
 * Returns the addresses in a shortcut file (`.url` of Windows, `.desktop` of Linux). Only its "URL=" lines count: its other
 * lines ("IDList=", an icon's address) look like a continuation or a second URL.
 */
function shortcutTargets(lines: readonly string[]): readonly string[] | undefined {
  if (!lines.some((line) => /^\s*\[(?:InternetShortcut|Desktop Entry)\]\s*$/i.test(line))) return undefined;
  const targets = lines.filter((line) => /^\s*URL\s*=/i.test(line)).map((line) => line.slice(line.indexOf("=") + 1));
  return targets.length > 0 ? targets : undefined;
}

/** Removes a sentence's final punctuation, and brackets opened before the URL: "(see https://….)". */
function withoutSentenceEnd(url: string): string {
  const unopened = { ")": count(url, ")") - count(url, "("), "]": count(url, "]") - count(url, "[") };
  let end = url.length;
  for (; end > 0; end -= 1) {
    const last = url.charAt(end - 1);
    if (last === ")" || last === "]") {
      if (unopened[last] <= 0) break;
      unopened[last] -= 1;
    } else if (!/[.,;:!?]/.test(last)) break;
  }
  return url.slice(0, end);
}

const count = (text: string, character: string): number => text.split(character).length - 1;

const isMark = (character: string): boolean =>
  QUOTES.test(character) || ANGLE_BRACKETS.test(character) || /\s/.test(character);
const isWord = (character: string): boolean => !isMark(character);

// Loops, since a pattern that ends in "*$" takes quadratic time on a long run of blanks.
function firstMarks(text: string): string {
  let end = 0;
  while (end < text.length && isMark(text.charAt(end))) end += 1;
  return text.slice(0, end);
}

function lastMarks(text: string): string {
  let start = text.length;
  while (start > 0 && isMark(text.charAt(start - 1))) start -= 1;
  return text.slice(start);
}
