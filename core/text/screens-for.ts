import type { Language } from "../settings.ts";
import { screens as en, type ScreenTexts } from "./en/screens.ts";
import { screens as ja } from "./ja/screens.ts";

const screens: Readonly<Record<Language, ScreenTexts>> = { en, ja };

/** The window's words in one language. */
export const screensFor = (language: Language): ScreenTexts => screens[language];
