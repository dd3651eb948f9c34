import { textDecoding } from "../../core/decode-text.ts";

/** How the texts and the records on a stick are decoded. */
export const { decodeText, decodeRecord } = textDecoding(TextDecoder);
