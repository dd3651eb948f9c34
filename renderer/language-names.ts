import type { Language } from "../core/settings.ts";

/** Each language under its own name: whoever looks for it may not read the present one. */
export const languageNames: Readonly<Record<Language, string>> = { ja: "日本語", en: "English" };
