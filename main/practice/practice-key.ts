import { createHash, createHmac } from "node:crypto";
import { err, ok, type Result } from "../../core/result.ts";

/** A practice licence. `activation` counts from 1; 0 is the purchased key before its activation. */
export interface PracticeKey {
  readonly assetId: string;
  readonly number: number;
  readonly activation: number;
}

/** Why a file is no practice key. "damaged": a practice key in which some byte has changed. */
export type KeyFault = "empty" | "web-page" | "not-a-key" | "damaged";

const TITLE = "PRACTICE LICENCE KEY - not valid on any real system";
const FILLER_BLOCKS = 48; // of 32 bytes: a whole file of about 2.3 KiB
// Public on purpose: it detects damage in transit and protects nothing.
const CHECK_SECRET = "practice";

/** Returns the file name in the vendor's scheme: `av_<number>_A.key` after the activation [S]. */
export function practiceKeyName({ number, activation }: PracticeKey): string {
  return `av_${number}${activation > 0 ? "_A" : ""}.key`;
}

/** Returns the key file: the same bytes for the same licence and activation. The format is invented, for practice only. */
export function makePracticeKey({ assetId, number, activation }: PracticeKey): Uint8Array {
  const head = `Asset-ID: ${encodeURIComponent(assetId)}\nKey: ${number}\nActivation: ${activation}\n`;
  const blocks = Array.from({ length: FILLER_BLOCKS }, (_, i) => createHash("sha256").update(`${head}${i}`).digest());
  const lines =
    Buffer.concat(blocks)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  const content = `${TITLE}\n${head}\n${lines.join("\n")}\n`;
  return Buffer.from(`${content}Check: ${createHmac("sha256", CHECK_SECRET).update(content).digest("hex")}\n`);
}

/** Parses a practice key. Accepts only the exact bytes that were issued. */
export function readPracticeKey(bytes: Uint8Array): Result<PracticeKey, KeyFault> {
  if (bytes.length === 0) return err("empty");
  const text = Buffer.from(bytes).toString("latin1");
  if (/^(\xef\xbb\xbf)?\s*</.test(text)) return err("web-page");
  if (!text.includes(TITLE)) return err("not-a-key");
  const [, assetId, number, activation] =
    /\nAsset-ID: ([\w.!~*'()%-]+)\nKey: (\d+)\nActivation: (\d+)\n/.exec(text) ?? [];
  if (assetId === undefined) return err("damaged");
  const key = { assetId: decoded(assetId), number: Number(number), activation: Number(activation) };
  return Buffer.compare(makePracticeKey(key), bytes) === 0 ? ok(key) : err("damaged");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // invalid escapes: the comparison with the issued bytes then fails
  }
}
