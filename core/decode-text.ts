/** The platform's TextDecoder (WHATWG Encoding). It is passed in, since core knows no platform. */
type TextDecoderClass = new (
  encoding: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

/** Turns bytes that other programs wrote into text; null where they are not in the encoding. */
export interface TextDecoding {
  /** A text file as editors at such sites write it: UTF-16 with a byte order mark, UTF-8, Shift_JIS. */
  readonly decodeText: (bytes: Uint8Array) => string | null;
  /** A record: UTF-8 only, and a byte order mark stays, since it is no part of JSON. */
  readonly decodeRecord: (bytes: Uint8Array) => string | null;
}

/** Makes the decoding for the window and for the main process. Measured: Node 20 and Electron 33 have all decoders. */
export function textDecoding(TextDecoder: TextDecoderClass): TextDecoding {
  const decode = (bytes: Uint8Array, encoding: string, ignoreBOM = false): string | null => {
    try {
      return new TextDecoder(encoding, { fatal: true, ignoreBOM }).decode(bytes);
    } catch {
      return null; // other bytes than this encoding has, or an Electron built without this decoder
    }
  };
  return {
    decodeText: (bytes) => {
      const [first, second] = bytes;
      if (first === 0xff && second === 0xfe) return decode(bytes, "utf-16le");
      if (first === 0xfe && second === 0xff) return decode(bytes, "utf-16be");
      return decode(bytes, "utf-8") ?? decode(bytes, "shift_jis");
    },
    decodeRecord: (bytes) => decode(bytes, "utf-8", true),
  };
}
