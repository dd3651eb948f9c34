/** What follows a broken line of a URL: its next piece, and what closes a bracket or quotes behind it. */
export interface Piece {
  readonly text: string;
  readonly closing: string;
}

// A reply's "> " before it, nothing but a URL's characters (RFC 3986), perhaps closing marks behind it.
const PIECE =
  /^(?:>\s?)*\s*([\w\-.~:/?#[\]@!$&'()*+,;=%]+)((?:["<>`\u2018-\u201f\u00ab\u00bb\u2039\u203a\u300c-\u300f\u3008-\u300b\uff62\uff63][^\w]*)?)$/;
const NEW_URL = /^[a-z][a-z0-9+.-]{1,15}:\/\//i;

/** From this length on (characters) a line was probably broken by a mail program, not by a person. */
const LONG_LINE = 60;

/** Reads a line as a URL's next piece; null when it holds anything else, or starts a URL of its own. */
export function pieceOf(line: string | undefined): Piece | null {
  const [, text, closing] = PIECE.exec(line?.trim() ?? "") ?? [];
  if (text === undefined || closing === undefined || NEW_URL.test(text)) return null;
  return { text, closing };
}

/**
 * Whether a piece carries on the URL broken before it. Certain: the break cuts an escape, or follows a character that
 * ends no URL. Likely: it follows one that might, the piece looks like no word, or the first line is long; then a word
 * that stands below a URL in any letter ("Thanks", a sender's address) is still left alone.
 */
export function continuesUrl(before: string, piece: string, firstLineLength: number): boolean {
  if (/[-=&%/_]$/.test(before)) return true;
  if (/%[0-9a-f]$/i.test(before) && /^[0-9a-f]/i.test(piece)) return true;
  if (isWord(piece)) return false;
  return /[?.,]$/.test(before) || /[=&%/?_.\d-]/.test(withoutStop(piece)) || firstLineLength >= LONG_LINE;
}

// A name or greeting, the last word of a sentence, a web or mail address.
const isWord = (piece: string): boolean =>
  /^(?:[A-Z][a-z]{3,}|[a-z]{2,}[.,;:!?])[.,;:!?]*$/.test(piece) ||
  /^www\./i.test(piece) ||
  /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(piece);

const withoutStop = (piece: string): string => piece.replace(/[.?]$/, "");
