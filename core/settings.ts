import * as v from "valibot";

/** A reaches the internet, B reaches the console: the vendor's guide names them so [S]. */
export const ComputerSchema = v.picklist(["A", "B"]);
export type Computer = v.InferOutput<typeof ComputerSchema>;

/** Languages of the app; the console's own language is a separate choice. */
export const LanguageSchema = v.picklist(["ja", "en"]);
export type Language = v.InferOutput<typeof LanguageSchema>;

/** What this computer remembers between two starts. A part that cannot be read falls back to nothing, not to an error. */
export const SettingsSchema = v.object({
  computer: v.optional(v.fallback(v.nullable(ComputerSchema), null), null),
  language: v.optional(v.fallback(v.nullable(LanguageSchema), null), null),
  consoleLanguage: v.optional(v.fallback(v.nullable(LanguageSchema), null), null),
});
export type Settings = v.InferOutput<typeof SettingsSchema>;

export const SettingsChangeSchema = v.partial(
  v.strictObject({ computer: ComputerSchema, language: LanguageSchema, consoleLanguage: LanguageSchema }),
);
