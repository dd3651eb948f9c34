import { KEY_STEM_LIMIT } from "./records.ts";

// The added number precedes "_A", so that the name still ends as an activated key's does [S], and follows a word, so that
// it does not look like a part of the key's own number: "av_12345_copy2_A.key".
const KEY = /^(.+?)(?:_copy\d+)?(_A)?(\.key)$/i;
const OTHER = /^(.+?)(\.[^.]*)?$/;

/** Adds a number to a file's name. A key's name stays valid in a record and gets at most one number. */
export function numberedName(name: string, number: number): string {
  const [isKey, stem = "", activated = "", ending = ""] = KEY.exec(name) ?? [];
  if (isKey !== undefined) {
    const rest = `_copy${number}${activated}`;
    return `${stem.slice(0, KEY_STEM_LIMIT - rest.length)}${rest}${ending}`;
  }
  const [, before = name, after = ""] = OTHER.exec(name) ?? [];
  return `${before}-${number}${after}`;
}

/** Returns a key's name without the added number. */
export const withoutNumber = (name: string): string => name.replace(KEY, "$1$2$3");
