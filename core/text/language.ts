import { type Language, LanguageSchema } from "../settings.ts";

/** The fallback where Keyferry has none of the system's languages: administrators of a plant's computers read it. */
const FALLBACK: Language = "en";

/**
 * The first of our languages among those that a system prefers (BCP 47 or POSIX: "ja-JP", "ja_JP.UTF-8", "pt-BR").
 * The whole tag is tried before its language alone, so that "pt-BR" is found before a plain "pt".
 */
export function pickLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const found = languageOf(tag);
    if (found !== undefined) return found;
  }
  return FALLBACK;
}

/** Our language for one tag, or undefined: "ja-JP" is "ja"; "pt-PT" is "pt-BR" once we speak that. */
export function languageOf(tag: string): Language | undefined {
  const wanted = (tag.split(/[.@]/)[0] ?? "").replaceAll("_", "-").toLowerCase();
  const primary = (text: string): string => text.toLowerCase().split("-")[0] ?? "";
  const all = LanguageSchema.options;
  return all.find((own) => own.toLowerCase() === wanted) ?? all.find((own) => primary(own) === primary(wanted));
}
