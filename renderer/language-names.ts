import type { Language } from "../core/settings.ts";

/** Each language under its own name: a reader who looks for it may not understand the current one. */
export const languageNames: Readonly<Record<Language, string>> = { ja: "日本語", en: "English" };
