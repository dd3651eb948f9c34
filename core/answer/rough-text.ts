const BLANK = /^[\s\0\ufeff]*$/;
/** How far the bytes are looked at to tell UTF-16 without a mark by its NULs (bytes): a page's first tag. */
const NUL_PATTERN_BYTES = 32;
/** Control characters that texts hold: tab, line and page breaks, and the escape of ISO-2022-JP. */
const TEXT_CONTROLS: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b]);

/**
 * Reads bytes as text well enough to recognise what they are: UTF-16 by its mark or its NULs, else UTF-8, else Latin-1,
 * in which every byte is a character and all ASCII stays readable (Shift_JIS, damaged UTF-8). Never fails. Only for
 * recognition: a key is copied as bytes, and what people are to read is decoded as it should be where that can be done.
 */
export function roughText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes.subarray(2), 0);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes.subarray(2), 1);
  const lowByte = utf16LowByte(bytes.subarray(0, NUL_PATTERN_BYTES));
  if (lowByte !== null) return utf16(bytes, lowByte);
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const unmarked = marked ? bytes.subarray(3) : bytes;
  return utf8(unmarked) ?? latin1(unmarked);
}

/** Whether a text has nothing to see: white space and NULs only, as a full disk or a broken cache leaves them. */
export const isBlank = (text: string): boolean => BLANK.test(text);

/** Whether bytes, as `roughText` reads them, are text: without control characters but those that texts hold. */
export function isText(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x7f || (unit < 0x20 && !TEXT_CONTROLS.has(unit))) return false;
  }
  return true;
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
