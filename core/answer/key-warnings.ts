import { sameAssetId } from "../link/asset-id.ts";
import type { NoticeCode } from "../step-results.ts";
import { withoutNumber } from "../stick/numbered-name.ts";
import { readingsOf } from "./rough-text.ts";

/** A key that was fetched before, or is being fetched beside this one: from this computer's journal or the current stick. */
export interface KnownKey {
  /** Null if unknown: such a key is not compared. */
  readonly assetId: string | null;
  readonly name: string;
  readonly sha256: string;
}

/** The key to check. */
export interface ReceivedKey extends KnownKey {
  readonly bytes: Uint8Array;
}

/** How much of a key is searched (bytes): known keys have about 2,000, and a stick may have thousands of asset IDs. */
const LOOKED_AT = 64 * 1024;
/** Shorter asset IDs, or those without a letter, occur in too many texts by chance. */
const TELLING = /^(?=.*\p{L}).{4,}$/u;

/**
 * Returns warnings that a key may belong to another system, for Computer A, where another can still be fetched. The
 * relation between an asset ID and the number in `av_<number>_A.key` [S] is not known, so that only this evidence counts:
 * the same bytes or number came for another asset ID, this asset ID's last key had another number, or the key's text
 * contains another asset ID of the stick and not its own. Call it before the key itself is recorded. `known`: oldest
 * first. `assetIds`: of all requests on the stick. Warnings only: a key that cost an activation is stored.
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

/** Returns the number in `av_<number>_A.key` [S], `av_<number>.key` and copies of them, without leading zeros; else null. */
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

/** Whether a lower-case text contains an asset ID as a whole word: "ze-207" does not contain "ze-20". */
function names(lower: string, assetId: string): boolean {
  const word = assetId.trim().toLowerCase();
  for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
    if (!isWordCharacter(lower[at - 1]) && !isWordCharacter(lower[at + word.length])) return true;
  }
  return false;
}

// The characters of asset IDs, without the full stop, which may end a sentence: at worst a warning is missing.
const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}_-]/u.test(character);
