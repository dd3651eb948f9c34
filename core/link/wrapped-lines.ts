/** The next piece of a URL that was broken across lines, and the closing bracket or quote after it. */
export interface Piece {
  readonly text: string;
  readonly closing: string;
}

// Perhaps a reply's "> ", then only a URL's characters (RFC 3986), then perhaps closing quotes or brackets.
const PIECE =
  /^(?:>\s?)*\s*([\w\-.~:/?#[\]@!$&'()*+,;=%]+)((?:["<>`\u2018-\u201f\u00ab\u00bb\u2039\u203a\u300c-\u300f\u3008-\u300b\uff62\uff63][^\w]*)?)$/;
const NEW_URL = /^[a-z][a-z0-9+.-]{1,15}:\/\//i;

/** A mail program, not a person, probably broke a line of this length or more (characters). */
const LONG_LINE = 60;

/** Reads a line as a URL's next piece; null if it holds anything else or starts another URL. */
export function pieceOf(line: string | undefined): Piece | null {
  const [, text, closing] = PIECE.exec(line?.trim() ?? "") ?? [];
  if (text === undefined || closing === undefined || NEW_URL.test(text)) return null;
  return { text, closing };
}

/**
 * Whether a piece continues the URL on the line before. Certain if the break cuts an escape or follows a character that
 * ends no URL. Likely if it follows a character that may end one, if the piece does not look like a word, or if the first
 * line is long. A word that often follows a URL in a letter ("Thanks", a sender's address) never continues it.
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
