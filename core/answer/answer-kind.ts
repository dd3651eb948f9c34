import { isBlank, type Reading } from "./rough-text.ts";
import { withoutHidden } from "./visible-text.ts";

/** The kind of an answer, judged by its bytes: headers are often wrong, and a login page may be named ".key". */
export type AnswerKind =
  | { readonly type: "empty" | "html" | "json" | "xml" | "text" | "binary" }
  | { readonly type: "other-file"; readonly looksLike: string };

const PAGE_START =
  /^(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body|script|meta|title|style|link|iframe|frameset|form|center|table|font)(?![\w-])/i;
/** Random bytes may begin with one of these short tags: they mark a page only if the rest is text. */
const SHORT_TAG = /^<(?:div|h[1-6]|p|a|b|br)(?![\w-])/i;
const BEFORE_PAGE = /^(?:\s+|<!--[\s\S]*?-->)*/;
/** Replaced before JSON is parsed: a stray control byte, inside or outside of a string, does not matter. */
const CONTROLS = /\p{Cc}/gu;
/** An `<html` within this many characters marks a page, whatever precedes it. */
const PAGE_WITHIN = 1024;

/** Returns the kind of an answer. `reading` is one way to read `bytes`; `asKey` says that they came as a `.key` file. */
export function answerKind(bytes: Uint8Array, { text, textual }: Reading, asKey: boolean): AnswerKind {
  if (isBlank(text)) return { type: "empty" };
  if (isPage(text, textual)) return { type: "html" };
  if (isJson(text)) return { type: "json" };
  const looksLike = otherFile(bytes, text, asKey);
  if (looksLike !== null) return { type: "other-file", looksLike };
  if (!textual) return { type: "binary" };
  return { type: /^\s*<[?!a-z]/i.test(text) ? "xml" : "text" };
}

function isPage(text: string, textual: boolean): boolean {
  const start = BEFORE_PAGE.exec(text)?.[0].length ?? 0;
  const head = text.slice(start, start + PAGE_WITHIN);
  if (PAGE_START.test(head) || (textual && SHORT_TAG.test(head))) return true;
  return /<html(?![\w-])/i.test(text.slice(0, PAGE_WITHIN));
}

function isJson(text: string): boolean {
  // Checks both ends first: the parser is slow on a megabyte of unclosed brackets.
  if (!/^\s*[[{]/.test(text) || !/[\]}]$/.test(text.trimEnd())) return false;
  try {
    JSON.parse(text.replace(CONTROLS, " "));
    return true;
  } catch {
    return false;
  }
}

/**
 * Recognises other file types by their first bytes. A key may be compressed, so that ZIP and gzip named ".key" pass. A program's
 * second 16-bit number is below 512; a text that begins with "MZ" has a letter there.
 */
function otherFile(bytes: Uint8Array, text: string, asKey: boolean): string | null {
  const starts = (...magic: readonly number[]) => magic.every((byte, at) => bytes[at] === byte);
  if (text.startsWith("%PDF-")) return "PDF";
  if (starts(0x89, 0x50, 0x4e, 0x47)) return "PNG";
  if (starts(0xff, 0xd8, 0xff)) return "JPEG";
  if (text.startsWith("GIF8")) return "GIF";
  if (starts(0x4d, 0x5a) && (bytes[3] ?? 2) < 2) return "EXE";
  if (starts(0x7f, 0x45, 0x4c, 0x46)) return "ELF";
  if (starts(0x50, 0x4b, 0x03, 0x04) && !asKey) return "ZIP";
  if (starts(0x1f, 0x8b) && !asKey) return "gzip";
  return null;
}

/** Whether XML reports a fault, by an element's name: SOAP's, a proxy's, a storage service's. */
export const isFault = (xml: string): boolean =>
  /<(?:\w+:)?(?:error|fault|exception)(?![\w-])/i.test(withoutHidden(xml));

/**
 * Whether a text is written for people: mostly words. A key in text form has lines of `name=value`, or one long block.
 */
export function isProse(text: string): boolean {
  const lines = text.trim().split("\n");
  const named = lines.filter((line) => line.includes("="));
  if (text.includes("-----BEGIN") || 2 * named.length >= lines.length) return false;
  if (/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u.test(text)) return true;
  const tokens = text.trim().split(/\s+/);
  const words = tokens.filter((token) => /^["'(]?\p{L}[\p{L}'’-]{0,19}["')]?[.,;:!?]*$/u.test(token));
  return words.length >= 0.6 * tokens.length;
}
