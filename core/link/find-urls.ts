import { continuesUrl, pieceOf } from "./wrapped-lines.ts";

/** A URL found in a text. `before` and `after` are the rest of its lines. */
export interface FoundUrl {
  readonly text: string;
  readonly before: string;
  readonly after: string;
  /** Enclosed in quotes or brackets: the URL ends there, whatever its last character. */
  readonly closed: boolean;
  readonly joined: boolean;
}

// The scheme's length is bounded, so that the search stays linear in a hostile text.
const SCHEME = /([a-z][a-z0-9+.-]{1,15}):(?=[/\\])/i;

// The characters of a URL: ASCII without blanks, and letters or digits of other alphabets and full-width forms. No URL
// contains the latter, but one may have been typed or smuggled in: they must be refused, not cut off unseen. Scripts
// written without blanks, and punctuation, end a URL: "URLはhttps://…です". Limited to twice the longest URL: without a limit
// each of 7,000 URLs in one line is read to the line's end.
const RUN =
  /(?:[!-~]|(?!\s)\p{Cc}|(?![\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}])[\p{L}\p{M}\p{Nd}]){1,8192}/uy;

const CLOSERS: ReadonlyMap<string, string> = new Map(
  ['""', "''", "``", "<>", "><", "“”", "„“", "‘’", "「」", "『』", "｢｣", "«»", "‹›", "〈〉", "《》", "＜＞"].map(
    ([opener = "", closer = ""]) => [opener, closer],
  ),
);

/** Finds the URLs in a text's lines, joining those that were broken; `rest` is the text without them. */
export function findUrls(lines: readonly string[]): { found: readonly FoundUrl[]; rest: string } {
  const found: FoundUrl[] = [];
  let rest = "";
  let row = 0;
  let line = lines[0] ?? "";
  while (row < lines.length) {
    const start = startOfUrl(line);
    if (start < 0) {
      row += 1;
      rest += row < lines.length ? `${line}\n` : line;
      line = lines[row] ?? "";
    } else {
      const { rows, ...url } = readUrl(line, start, lines, row);
      found.push(url);
      rest += url.before;
      row += rows;
      line = url.after;
    }
  }
  return { found, rest };
}

function startOfUrl(line: string): number {
  const match = SCHEME.exec(line);
  if (match === null) return -1;
  // Text directly before the URL is not part of its scheme: "Linkhttps://…".
  return match.index + Math.max(0, match[1]?.search(/https?$/i) ?? 0);
}

function readUrl(line: string, start: number, lines: readonly string[], row: number): FoundUrl & { rows: number } {
  const before = line.slice(0, start);
  const closer = CLOSERS.get(before.replace(/URL:\s?$/i, "").slice(-1)); // <URL:…>: RFC 3986, appendix C
  const run = runAt(line, start);
  const enclosed = closer === undefined ? undefined : enclosedBy(line, start, run, closer);
  const text = enclosed ?? withoutStrayClosers(run);
  const after = line.slice(start + text.length);
  if (enclosed !== undefined || after.trim() !== "") {
    return { text, before, after, closed: enclosed !== undefined, joined: false, rows: 0 };
  }
  return joinLines({ text, before, after }, line.length, lines, row, closer);
}

function joinLines(
  first: Pick<FoundUrl, "text" | "before" | "after">,
  firstLineLength: number,
  lines: readonly string[],
  row: number,
  closer: string | undefined,
): FoundUrl & { rows: number } {
  const enclosed = closer === undefined ? 0 : rowsUntil(closer, lines, row);
  let { text, after } = first;
  let rows = 0;
  while (after.trim() === "") {
    const piece = pieceOf(lines[row + rows + 1]);
    if (piece === null || (rows >= enclosed && !continuesUrl(text, piece.text, firstLineLength))) break;
    text += piece.text;
    after = piece.closing;
    rows += 1;
  }
  if (closer === "'" && text.endsWith(closer)) {
    text = text.slice(0, -1);
    after = closer;
  }
  const closed = closer !== undefined && after.startsWith(closer);
  return { ...first, text, after, closed, joined: rows > 0, rows };
}

/** Returns how many lines below an opened bracket or quote is closed; 0 if it is not, or if other words come first. */
function rowsUntil(closer: string, lines: readonly string[], row: number): number {
  for (let next = row + 1; next < lines.length; next += 1) {
    const piece = pieceOf(lines[next]);
    if (piece === null) return 0;
    if (piece.closing !== "") return piece.closing.startsWith(closer) ? next - row : 0;
  }
  return 0;
}

function runAt(line: string, start: number): string {
  RUN.lastIndex = start;
  return RUN.exec(line)?.[0] ?? "";
}

function enclosedBy(line: string, start: number, run: string, closer: string): string | undefined {
  // An apostrophe may be part of a URL (RFC 3986): the last one closes.
  const end = closer === "'" ? run.lastIndexOf(closer) : run.indexOf(closer);
  if (end > 0) return run.slice(0, end);
  return line.startsWith(closer, start + run.length) ? run : undefined;
}

/** Removes closing quotes and brackets without an opening one: no URL ends in one (RFC 3986). */
function withoutStrayClosers(run: string): string {
  const at = run.search(/["<>`]/);
  return at > 0 && /^["<>`.,;:!?)\]]*$/.test(run.slice(at)) ? run.slice(0, at) : run;
}
