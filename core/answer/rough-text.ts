/** How far the bytes are looked at to tell UTF-16 without a mark by its NULs (bytes): a page's first tag. */
const NUL_PATTERN_BYTES = 32;
/** Control characters and marks that no reader sees. Not C1: in Shift_JIS read as Latin-1 they are halves of characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNSEEN = /[\0-\x08\x0e-\x1f\x7f\p{Cf}]/gu;
/** A text may have this many stray control characters, or one in so many of its characters. Noise has one in ten. */
const STRAY_AT_MOST = 8;
const STRAY_ONE_IN = 32;

/** Bytes as text, for recognition only: without the characters that no reader sees. */
export interface Reading {
  readonly text: string;
  /** Mostly text. One stray control character does not make a message a key, nor do eight. */
  readonly textual: boolean;
}

/**
 * Reads bytes in each way in which they may be text: as UTF-16 where a mark or NULs speak for it, and byte by byte
 * without control bytes, which also reads the ASCII of UTF-16 that a stray byte has put out of step. Never fails.
 */
export function readingsOf(bytes: Uint8Array): readonly Reading[] {
  const seen = bytes.filter((byte) => byte !== 0x7f && (byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d)));
  const marked = (seen[0] === 0xff && seen[1] === 0xfe) || (seen[0] === 0xfe && seen[1] === 0xff);
  const plain = { text: withoutUnseen(eightBit(marked ? seen.subarray(2) : seen)), textual: isTextual(latin1(bytes)) };
  const wide = utf16Text(bytes.subarray(Math.max(0, bytes.indexOf(seen[0] ?? 0)))) ?? utf16Text(bytes);
  return wide === null ? [plain] : [{ text: withoutUnseen(wide), textual: isTextual(wide) }, plain];
}

/**
 * Reads bytes as text as they seem to be encoded: UTF-16 by its mark or its NULs, else UTF-8, else Latin-1, in which
 * every byte is a character and all ASCII stays readable (Shift_JIS, damaged UTF-8). Never fails.
 */
export const roughText = (bytes: Uint8Array): string => utf16Text(bytes) ?? eightBit(bytes);

/** Whether a text has nothing to see: a full disk or a broken cache leaves NULs. */
export const isBlank = (text: string): boolean => withoutUnseen(text).trim() === "";

const withoutUnseen = (text: string): string => text.replace(UNSEEN, "");

/**
 * Whether characters are mostly text, told by the control characters between those that are seen. NULs do not count:
 * UTF-16 has them, and a page of text is filled up with them. Escapes do not either: ISO-2022-JP has them.
 */
function isTextual(text: string): boolean {
  let [seen, stray, pending] = [0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0 || unit === 0x1b) continue;
    if (unit === 0x7f || unit < 0x09 || (unit > 0x0d && unit < 0x20)) pending += 1;
    else {
      if (seen > 0) stray += pending;
      pending = 0;
      seen += 1;
    }
  }
  return stray <= Math.max(STRAY_AT_MOST, seen / STRAY_ONE_IN);
}

function utf16Text(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes.subarray(2), 0);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes.subarray(2), 1);
  const lowByte = utf16LowByte(bytes.subarray(0, NUL_PATTERN_BYTES));
  return lowByte === null ? null : utf16(bytes, lowByte);
}

function eightBit(bytes: Uint8Array): string {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const unmarked = marked ? bytes.subarray(3) : bytes;
  return utf8(unmarked) ?? latin1(unmarked);
}

/** Characters of single bytes, 8 KiB at a time: a call takes a limited number of arguments. */
export function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** Decodes UTF-8 (RFC 3629), or null when the bytes are none: cut-off, overlong and surrogate forms included. */
export function utf8(bytes: Uint8Array): string | null {
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      text += String.fromCharCode(lead);
      at += 1;
      continue;
    }
    const length = sequenceLength(lead);
    let point = lead & (0xff >> (length + 1));
    for (const byte of bytes.subarray(at + 1, at + length)) {
      if (byte >> 6 !== 0b10) return null;
      point = (point << 6) | (byte & 0x3f);
    }
    if (length === 0 || at + length > bytes.length || !isScalar(point, length)) return null;
    text += String.fromCodePoint(point);
    at += length;
  }
  return text;
}

function sequenceLength(lead: number): number {
  if (lead >> 5 === 0b110) return 2;
  if (lead >> 4 === 0b1110) return 3;
  return lead >> 3 === 0b11110 ? 4 : 0;
}

function isScalar(point: number, length: number): boolean {
  const smallest = [0, 0, 0x80, 0x800, 0x10000][length] ?? 0;
  return point >= smallest && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
}

/** Where each pair has its low byte, when the other one is always NUL: text in UTF-16 without a mark. */
function utf16LowByte(bytes: Uint8Array): 0 | 1 | null {
  if (bytes.length < 4) return null;
  const nulAt = (parity: number) => bytes.every((byte, at) => (at % 2 === parity) === (byte === 0));
  if (nulAt(1)) return 0;
  return nulAt(0) ? 1 : null;
}

function utf16(bytes: Uint8Array, lowByte: 0 | 1): string {
  let text = "";
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const low = bytes[at + lowByte] ?? 0;
    const high = bytes[at + 1 - lowByte] ?? 0;
    text += String.fromCharCode((high << 8) | low);
  }
  return text;
}
