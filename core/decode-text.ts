/** The platform's TextDecoder (WHATWG Encoding). It is passed in, since core knows no platform. */
type TextDecoderClass = new (
  encoding: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

/** Decodes bytes that other programs wrote. Returns null if the bytes are not valid in the encoding. */
export interface TextDecoding {
  /** Decodes a text file as Japanese and English editors save it: UTF-16 with a byte order mark, UTF-8 or Shift_JIS. */
  readonly decodeText: (bytes: Uint8Array) => string | null;
  /** Decodes a record: UTF-8 only. Keeps a byte order mark, so that the JSON parser rejects it. */
  readonly decodeRecord: (bytes: Uint8Array) => string | null;
}

/** Creates the decoding functions for the window and for the main process. Measured: Node 20 and Electron 33 have all decoders. */
export function textDecoding(TextDecoder: TextDecoderClass): TextDecoding {
  const decode = (bytes: Uint8Array, encoding: string, ignoreBOM = false): string | null => {
    try {
      return new TextDecoder(encoding, { fatal: true, ignoreBOM }).decode(bytes);
    } catch {
      return null; // invalid bytes, or an Electron built without this decoder
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
