import type { ProblemOf } from "../problem.ts";
import { err, ok, type Result } from "../result.ts";
import { withoutInvisible } from "./invisible-characters.ts";

/** The result of looking for the asset ID in a URL's query. `parameter` is the name as the URL writes it. */
export type AssetIdFinding =
  | { readonly type: "found"; readonly id: string; readonly parameter: string }
  | { readonly type: "ambiguous"; readonly ids: readonly string[] } // different values: ALAS's choice is not known
  | { readonly type: "blank"; readonly parameter: string } // ALAS would answer 3.2 [S]
  | { readonly type: "missing" } // no parameters at all: ALAS would answer 3.1 [S]
  | { readonly type: "unknown" }; // parameters, but none that is clearly an asset ID: the technician is asked

/** Likely names, the likeliest first: ALAS speaks of a site ID where the console says asset ID [S]. */
const CLEAR_NAMES = ["siteid", "site_id", "site-id", "assetid", "asset_id", "asset-id"];
const NAMES = [...CLEAR_NAMES, "asset", "site", "id"];
/** How many ambiguous values are listed. */
const LISTED_IDS = 5;

/** The longest asset ID, in characters: known ones have about ten, and a ticket holds 128 UTF-16 units. */
const LIMIT = 64;
/** Control, format, private and line-separating characters and lone surrogates: a console's masthead cannot show them. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;
const ESCAPES = /(?:%[0-9a-f]{2})+/gi;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * Finds the asset ID in a query string (without "?" and "#…"). No example of such a URL is public, so the
 * parameter is recognised by its name alone. The best-ranked name decides, even if it is blank: "siteid=&id=5" would be
 * refused with 3.2 whatever `id` is. Different values under one name, or under several clear ones, are ambiguous.
 */
export function findAssetId(query: string): AssetIdFinding {
  const parameters = query.split("&").filter(Boolean).map(parameterOf);
  if (parameters.length === 0) return { type: "missing" };
  const rank = Math.min(...parameters.map((one) => one.rank));
  const [first, ...others] = parameters.filter((one) => one.rank === rank);
  if (first === undefined || rank === NAMES.length) return { type: "unknown" };
  const rivals = parameters.filter((one) => one.value !== "" && (one.rank === rank || one.rank < CLEAR_NAMES.length));
  const ids = rivals
    .map(({ value }) => value)
    .filter((id, at, all) => all.findIndex((one) => sameAssetId(one, id)) === at);
  if (ids.length > 1) return { type: "ambiguous", ids: ids.slice(0, LISTED_IDS) };
  if ([first, ...others].some(({ value }) => value === "")) return { type: "blank", parameter: first.name };
  return isAssetId(first.value) ? { type: "found", id: first.value, parameter: first.name } : { type: "unknown" };
}

/** Whether a query ends in a part of an asset ID's name, as "si": the rest was perhaps not copied. */
export function endsWithinName(query: string): boolean {
  const last = query.slice(query.lastIndexOf("&") + 1).toLowerCase();
  return last !== "" && NAMES.some((name) => name.startsWith(last));
}

/** An asset ID that a technician typed. `normalised`: characters were replaced, which the window must show. */
export interface TypedAssetId {
  readonly assetId: string;
  readonly normalised: boolean;
}

/**
 * Reads an asset ID as it is typed or copied from the masthead: a Japanese keyboard gives full-width letters, digits,
 * hyphens and underscores, a web page invisible characters. The result has 1 to 64 printable characters, one of them a
 * letter or a digit.
 */
export function parseTypedAssetId(text: string): Result<TypedAssetId, ProblemOf<"asset-id-invalid">> {
  const typed = text.trim();
  // NFKC can lengthen a text: far too long texts are refused before it.
  const assetId = typed.length > 4 * LIMIT ? "" : plainHyphens(withoutInvisible(typed).normalize("NFKC")).trim();
  if (isAssetId(assetId)) return ok({ assetId, normalised: assetId !== typed });
  return err({ code: "asset-id-invalid", text: [...typed.slice(0, 4 * LIMIT)].slice(0, LIMIT).join("") });
}

/**
 * Whether two asset IDs name the same system. Blanks around and letter case do not count: people type them
 * wrongly, and a difference in case alone must not cost a trip. Everything else counts.
 */
export const sameAssetId = (one: string, other: string): boolean => systemOf(one) === systemOf(other);

/** Returns the key under which to look a system up: equal for all spellings of its asset ID. */
export const systemOf = (assetId: string): string => assetId.trim().toLowerCase();

function parameterOf(text: string): { name: string; value: string; rank: number } {
  const equals = text.indexOf("=");
  const name = formDecode(equals < 0 ? text : text.slice(0, equals));
  const value = equals < 0 ? "" : formDecode(text.slice(equals + 1));
  const rank = NAMES.indexOf(name.toLowerCase());
  return { name, value, rank: rank < 0 ? NAMES.length : rank };
}

// "+" is a blank before the escapes are decoded: "%2B" is a plus.
const formDecode = (text: string): string => percentDecode(text.replaceAll("+", " ")).trim();

/**
 * Percent-decodes UTF-8 (RFC 3986, 2.1) and never fails: cut-off escapes, and escapes of invalid UTF-8, stay as
 * written, so that a person still recognises them.
 */
function percentDecode(text: string): string {
  return text.replace(ESCAPES, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

function isAssetId(text: string): boolean {
  return LETTER_OR_DIGIT.test(text) && !UNPRINTABLE.test(text) && [...text].length <= LIMIT;
}

/** With kana input on, the hyphen key types a long-vowel mark or a minus sign. Replaces it if all else is ASCII. */
function plainHyphens(text: string): string {
  const plain = text.replace(/[\u2010-\u2015\u2212\u30fc]/g, "-");
  return /^[ -~]*$/.test(plain) ? plain : text;
}
