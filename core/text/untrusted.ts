const LIMIT = 100;

// Control characters, line and paragraph separators, zero-width and bidirectional marks: they would let a server's or
// a stick's text forge lines on a terminal, or turn around the words beside it.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Cn}]+/gu;

/**
 * Text from a stick, a server or a clipboard, made fit to stand in a sentence: at most `limit` characters,
 * nothing unseen in it.
 */
export function untrusted(text: string, limit = LIMIT): string {
  const seen = text.replace(UNSEEN, "\u{fffd}");
  const characters = [...seen];
  return characters.length > limit ? `${characters.slice(0, limit - 1).join("")}…` : seen;
}

// Line breaks and tabs harm nothing where a whole text is shown.
const UNSEEN_IN_TEXT = /[^\P{Cc}\t\n]|[\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Cn}]/gu;

/** Text from elsewhere as a screen or a terminal may show it: what would not be seen is replaced by a visible mark. */
export const shown = (text: string): string => text.replace(UNSEEN_IN_TEXT, "\u{fffd}");

/** JSON, as it may stand on a terminal: what would not be seen is escaped, so that the values stay the same. */
export const escapedJson = (value: unknown): string =>
  JSON.stringify(value).replace(UNSEEN, (run) =>
    run
      .split("")
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .join(""),
  );

/** A single character as it can be told over the telephone: itself and its code point. */
export function namedCharacter(character: string): string {
  const point = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return character.trim() === "" ? `U+${point}` : `${untrusted(character, 8)} (U+${point})`;
}
