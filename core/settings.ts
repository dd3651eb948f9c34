import * as v from "valibot";

/** Computer A reaches the internet, computer B reaches the console: the vendor's names [S]. */
export const ComputerSchema = v.picklist(["A", "B"]);
export type Computer = v.InferOutput<typeof ComputerSchema>;

/** Languages of the app; the console's own language is a separate choice. */
export const LanguageSchema = v.picklist(["ja", "en"]);
export type Language = v.InferOutput<typeof LanguageSchema>;

/** The longest operator's name in a record, in characters. */
export const OPERATOR_LIMIT = 256;
/** The name of the technician at this computer, for the records. */
export const OperatorSchema = v.pipe(v.string(), v.maxLength(OPERATOR_LIMIT));

/** The settings that this computer stores. A setting that cannot be read becomes null, not an error. */
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
