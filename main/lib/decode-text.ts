import { textDecoding } from "../../core/decode-text.ts";

/** Decodes the texts and the records on a stick. */
export const { decodeText, decodeRecord } = textDecoding(TextDecoder);
