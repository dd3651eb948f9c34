/** How many bytes are looked at to recognise UTF-16 without a byte order mark by its NULs: the length of a page's first tag. */
const NUL_PATTERN_BYTES = 32;
/** Invisible characters. C1 is kept: in Shift_JIS decoded as Latin-1, C1 characters are halves of visible ones. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removes control characters
const INVISIBLE = /[\0-\x08\x0e-\x1f\x7f\p{Cf}]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: skips control characters
const VISIBLE = /[^\0-\x08\x0e-\x1f\x7f\p{Cf}\s]/u;
const NOT_PLAIN_ASCII = /[^\t-\r -~]/;
/** A text may have this many stray control characters, or one per this many visible ones. Random bytes have one in ten. */
const STRAY_LIMIT = 8;
const VISIBLE_PER_STRAY = 32;

/** Bytes decoded as text, without invisible characters. Only for recognition: never shown or stored. */
export interface Reading {
  readonly text: string;
  /** Whether the bytes are mostly text: up to eight stray control characters do not make a message a key. */
  readonly textual: boolean;
}

/**
 * Decodes bytes in each way in which they may be text: as UTF-16 if a byte order mark or NULs suggest it, and byte by
 * byte without control bytes. The latter also finds the ASCII of UTF-16 that a stray byte has misaligned. Never fails.
 */
export function readingsOf(bytes: Uint8Array): readonly Reading[] {
  const printable = withoutControls(bytes);
  const narrow = eightBit(utf16Mark(printable) === null ? printable : printable.subarray(2));
  const reading = { text: withoutInvisible(narrow), textual: isTextual(bytes) };
  const units = utf16Units(bytes.subarray(Math.max(0, bytes.indexOf(printable[0] ?? 0)))) ?? utf16Units(bytes);
  return units === null ? [reading] : [{ text: withoutInvisible(textOf(units)), textual: isTextual(units) }, reading];
}

/**
 * Decodes bytes in their most likely encoding: UTF-16 by its byte order mark or its NULs, else UTF-8, else Latin-1. In
 * Latin-1 every byte is a character, so that ASCII in Shift_JIS or damaged UTF-8 stays readable. Never fails.
 */
export function roughText(bytes: Uint8Array): string {
  const units = utf16Units(bytes);
  return units === null ? eightBit(bytes) : textOf(units);
}

/** Whether a text has nothing visible. A full disk or a broken cache writes NULs. */
export const isBlank = (text: string): boolean => !VISIBLE.test(text);

// Tests first: the test is fast, and most answers are plain ASCII.
const withoutInvisible = (text: string): string => (NOT_PLAIN_ASCII.test(text) ? text.replace(INVISIBLE, "") : text);

const isControl = (unit: number): boolean => unit === 0x7f || unit < 0x09 || (unit > 0x0d && unit < 0x20);

// A loop: `filter` takes 40 times as long over a megabyte (Node 20).
function withoutControls(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(bytes.length);
  let count = 0;
  for (const byte of bytes) if (!isControl(byte)) kept[count++] = byte;
  return kept.subarray(0, count);
}

/**
 * Whether bytes or UTF-16 units are mostly text, judged by the control characters between visible ones. NULs do not
 * count: UTF-16 contains them, and some servers pad a text with them. Escapes do not count: ISO-2022-JP contains them.
 */
function isTextual(units: Uint8Array | Uint16Array): boolean {
  let [visible, stray, pending] = [0, 0, 0];
  for (const unit of units) {
    if (unit === 0 || unit === 0x1b) continue;
    if (isControl(unit)) pending += 1;
    else {
      if (visible > 0) stray += pending;
      pending = 0;
      visible += 1;
    }
  }
  return stray <= Math.max(STRAY_LIMIT, visible / VISIBLE_PER_STRAY);
}

/** The index of the low byte in each pair, from the byte order mark; null without one. */
function utf16Mark([first, second]: Uint8Array): 0 | 1 | null {
  if (first === 0xff && second === 0xfe) return 0;
  return first === 0xfe && second === 0xff ? 1 : null;
}

function utf16Units(bytes: Uint8Array): Uint16Array | null {
  const marked = utf16Mark(bytes);
  const lowByte = marked ?? utf16LowByte(bytes.subarray(0, NUL_PATTERN_BYTES));
  if (lowByte === null) return null;
  const start = marked === null ? 0 : 2;
  const units = new Uint16Array((bytes.length - start) >> 1);
  for (let unit = 0; unit < units.length; unit += 1) {
    const at = start + 2 * unit;
    units[unit] = ((bytes[at + 1 - lowByte] ?? 0) << 8) | (bytes[at + lowByte] ?? 0);
  }
  return units;
}

function eightBit(bytes: Uint8Array): string {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const unmarked = marked ? bytes.subarray(3) : bytes;
  return utf8(unmarked) ?? textOf(unmarked);
}

/** Makes a text of UTF-16 units, or of Latin-1 bytes. 8192 at a time, since a call takes a limited number of arguments. */
export function textOf(units: Uint8Array | Uint16Array): string {
  let text = "";
  for (let at = 0; at < units.length; at += 8192) text += String.fromCharCode(...units.subarray(at, at + 8192));
  return text;
}

/** Decodes UTF-8 (RFC 3629). Returns null if the bytes are not UTF-8: cut-off, overlong and surrogate forms included. */
export function utf8(bytes: Uint8Array): string | null {
  const units = new Uint16Array(bytes.length); // no sequence has more units than bytes
  let count = 0;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    const length = sequenceLength(lead);
    let point = length === 1 ? lead : lead & (0xff >> (length + 1));
    for (let next = at + 1; next < at + length; next += 1) {
      const byte = bytes[next] ?? 0;
      if (byte >> 6 !== 0b10) return null;
      point = (point << 6) | (byte & 0x3f);
    }
    if (length === 0 || !isScalar(point, length)) return null;
    if (point > 0xffff) units[count++] = 0xd7c0 + (point >> 10); // high surrogate: 0xd800 + ((point - 0x10000) >> 10)
    units[count++] = point > 0xffff ? 0xdc00 | (point & 0x3ff) : point;
    at += length;
  }
  return textOf(units.subarray(0, count));
}

function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >> 5 === 0b110) return 2;
  if (lead >> 4 === 0b1110) return 3;
  return lead >> 3 === 0b11110 ? 4 : 0;
}

/** The smallest code point for each length of a sequence (bytes). */
const SMALLEST = [0, 0, 0x80, 0x800, 0x10000];

function isScalar(point: number, length: number): boolean {
  return point >= (SMALLEST[length] ?? 0) && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
}

/** The index of the low byte in each pair, if the other byte is always NUL: UTF-16 without a byte order mark. */
function utf16LowByte(bytes: Uint8Array): 0 | 1 | null {
  if (bytes.length < 4) return null;
  const nulAt = (parity: number) => bytes.every((byte, at) => (at % 2 === parity) === (byte === 0));
  if (nulAt(1)) return 0;
  return nulAt(0) ? 1 : null;
}
