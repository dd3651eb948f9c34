import type { Language } from "../settings.ts";
import type { AlasTexts } from "./alas-texts.ts";
import type { CliTexts } from "./cli-texts.ts";
import { en } from "./en/texts.ts";
import { ja } from "./ja/texts.ts";
import type { NoticeTexts } from "./notice-texts.ts";
import type { ProblemTexts } from "./problem-texts.ts";

/** All that the services and the command line say, in one language. */
export interface Texts {
  readonly problems: ProblemTexts;
  readonly notices: NoticeTexts;
  readonly alas: AlasTexts;
  readonly cli: CliTexts;
}

// A language is a folder and a line here.
const texts: Readonly<Record<Language, Texts>> = { en, ja };

/** The texts of one language. */
export const textsFor = (language: Language): Texts => texts[language];
