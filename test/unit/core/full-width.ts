/** The text as a Japanese keyboard gives it with full-width input on: U+FF01 to U+FF5E for "!" to "~". */
export const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
