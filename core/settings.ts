import * as v from "valibot";

/** A reaches the internet, B reaches the console: the vendor's guide names them so [S]. */
export const ComputerSchema = v.picklist(["A", "B"]);
export type Computer = v.InferOutput<typeof ComputerSchema>;

/** Languages of the app; the console's own language is a separate choice. */
export const LanguageSchema = v.picklist(["ja", "en"]);
export type Language = v.InferOutput<typeof LanguageSchema>;

/** As much of a name as a record takes, in characters. */
export const OPERATOR_LIMIT = 256;
/** Whoever works at this computer, as the records name them. */
export const OperatorSchema = v.pipe(v.string(), v.maxLength(OPERATOR_LIMIT));

/** What this computer remembers between two starts. A part that cannot be read falls back to nothing, not to an error. */
export const SettingsSchema = v.object({
  computer: v.optional(v.fallback(v.nullable(ComputerSchema), null), null),
  language: v.optional(v.fallback(v.nullable(LanguageSchema), null), null),
  consoleLanguage: v.optional(v.fallback(v.nullable(LanguageSchema), null), null),
  operator: v.optional(v.fallback(v.nullable(OperatorSchema), null), null),
});
export type Settings = v.InferOutput<typeof SettingsSchema>;

export const SettingsChangeSchema = v.partial(
  v.strictObject({ computer: ComputerSchema, language: LanguageSchema, consoleLanguage: LanguageSchema }),
);
