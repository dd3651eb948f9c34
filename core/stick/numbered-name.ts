import { KEY_STEM_LIMIT } from "./records.ts";

// A number of ours stands before "_A", so that the name still ends as an activated key's does [S], and behind a word, so
// that nobody takes it for a part of the key's own number: "av_12345_copy2_A.key".
const KEY = /^(.+?)(?:_copy\d+)?(_A)?(\.key)$/i;
const OTHER = /^(.+?)(\.[^.]*)?$/;

/** The name for a file beside others of that name: of a key still one that a record takes, numbered at most once. */
export function numberedName(name: string, number: number): string {
  const [isKey, stem = "", activated = "", ending = ""] = KEY.exec(name) ?? [];
  if (isKey !== undefined) {
    const rest = `_copy${number}${activated}`;
    return `${stem.slice(0, KEY_STEM_LIMIT - rest.length)}${rest}${ending}`;
  }
  const [, before = name, after = ""] = OTHER.exec(name) ?? [];
  return `${before}-${number}${after}`;
}

/** A key's name without a number of ours. */
export const withoutNumber = (name: string): string => name.replace(KEY, "$1$2$3");
