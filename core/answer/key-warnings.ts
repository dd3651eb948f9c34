import { sameAssetId } from "../link/asset-id.ts";
import type { NoticeCode } from "../step-results.ts";
import { withoutNumber } from "../stick/numbered-name.ts";
import { readingsOf } from "./rough-text.ts";

/** A key that was fetched before, or is being fetched beside this one: from this computer's record or the stick in hand. */
export interface KnownKey {
  /** Null where it is not known: such a key speaks neither for nor against another one. */
  readonly assetId: string | null;
  readonly name: string;
  readonly sha256: string;
}

/** The key that has just come. */
export interface ReceivedKey extends KnownKey {
  readonly bytes: Uint8Array;
}

/** How far a key is read (bytes): those seen have some two thousand, and a stick may hold thousands of asset IDs. */
const LOOKED_AT = 64 * 1024;
/** An asset ID that is shorter, or that has no letter, stands in too many texts by chance. */
const TELLING = /^(?=.*\p{L}).{4,}$/u;

/**
 * What speaks against a key being the one for its system, to be said at Computer A, where another can still be fetched.
 * How an asset ID and the number in `av_<number>_A.key` [S] hang together is not known, so that only evidence counts: the
 * same bytes or the same number that came for another asset ID, another number than this asset ID's last key had, or a
 * text that names another asset ID of the stick and not its own. Call it as soon as the answer was judged to be a key,
 * before it is remembered itself. `known`: oldest first. `assetIds`: of all requests on the stick. Only notices: a key
 * that was paid for is kept.
 */
export function keyWarnings(
  key: ReceivedKey,
  known: readonly KnownKey[],
  assetIds: readonly string[],
): readonly NoticeCode[] {
  const { assetId } = key;
  if (assetId === null) return [];
  const others = known.filter((one) => one.assetId !== null && !sameAssetId(one.assetId, assetId));
  const own = known.filter((one) => one.assetId !== null && sameAssetId(one.assetId, assetId));
  const number = keyNumber(key.name);
  const before = own.map(({ name }) => keyNumber(name)).findLast((one) => one !== null) ?? null;
  const notices: NoticeCode[] = [];
  if (others.some(({ sha256 }) => sha256 === key.sha256)) notices.push("key-of-another-system");
  else if (number !== null && others.some(({ name }) => keyNumber(name) === number))
    notices.push("key-number-of-another");
  if (number !== null && before !== null && before !== number) notices.push("key-number-changed");
  if (namesAnother(key.bytes, assetId, assetIds)) notices.push("key-names-another-system");
  return notices;
}

/** The number in `av_<number>_A.key` [S], `av_<number>.key` and copies of them, without leading zeros; else null. */
export function keyNumber(name: string): string | null {
  return /^av_0*(\d+)(?:_A)?\.key$/i.exec(withoutNumber(name))?.[1] ?? null;
}

function namesAnother(bytes: Uint8Array, own: string, assetIds: readonly string[]): boolean {
  const [reading] = readingsOf(bytes.subarray(0, LOOKED_AT));
  if (!reading?.textual) return false;
  const lower = reading.text.toLowerCase();
  if (names(lower, own)) return false;
  return assetIds.some((id) => TELLING.test(id) && !sameAssetId(id, own) && names(lower, id));
}

/** Whether a text, in small letters, has an asset ID as a whole word: "ze-20" does not stand in "ze-207". */
function names(lower: string, assetId: string): boolean {
  const word = assetId.trim().toLowerCase();
  for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
    if (!isWordCharacter(lower[at - 1]) && !isWordCharacter(lower[at + word.length])) return true;
  }
  return false;
}

// What asset IDs are made of. A full stop may end a sentence; the worst of it is a doubt that is not said.
const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}_-]/u.test(character);
