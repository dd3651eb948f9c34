/**
 * Invisible characters in pasted text: soft hyphen, zero-width spaces and joiners, bidirectional
 * marks, word joiner and byte order mark. Mail programs, Word and web pages insert them; no URL or asset ID contains one.
 */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu;

/** Removes the invisible characters. */
export const withoutInvisible = (text: string): string => text.replace(INVISIBLE, "");
