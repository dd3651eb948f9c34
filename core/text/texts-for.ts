import type { Language } from "../settings.ts";
import { en, type Texts } from "./en/texts.ts";
import { ja } from "./ja/texts.ts";

// A language is a folder and a line here.
const texts: Readonly<Record<Language, Texts>> = { en, ja };

/** The texts of one language. */
export const textsFor = (language: Language): Texts => texts[language];
