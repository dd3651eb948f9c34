/**
 * A text file's content, by the encodings that editors at such sites write: UTF-8, UTF-16 with a byte order mark, and
 * Shift_JIS. Null when it is none of them. Measured: Node 20 and Electron 33 have all three decoders.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decode(bytes, "utf-16le");
  if (first === 0xfe && second === 0xff) return decode(bytes, "utf-16be");
  return decode(bytes, "utf-8") ?? decode(bytes, "shift_jis");
}

/** A record's text: UTF-8 without exception, and the bytes as they are (a byte order mark is no part of JSON). */
export const decodeRecord = (bytes: Uint8Array): string | null => decode(bytes, "utf-8", true);

function decode(bytes: Uint8Array, encoding: string, ignoreBOM = false): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM }).decode(bytes);
  } catch {
    return null; // other bytes than this encoding has, or an Electron built without this decoder
  }
}
