import type { AlasText, AlasTexts } from "./en/alas.ts";

/** The words for a code, whether the guide lists it or not. */
export function alasTextOf({ listed, unlisted }: AlasTexts, code: string): AlasText {
  return code in listed ? listed[code as keyof typeof listed] : unlisted; // "in" has just proved it
}
