/** The codes that the vendor's guide lists [S]. */
export type ListedAlasCode = "2.1" | "3.1" | "3.2" | "3.3" | "3.4" | "3.5" | "9.0";

/** One ALAS code in a person's words. */
export interface AlasText {
  readonly meaning: string;
  readonly remedy: string;
  /** Whom to call, and when. */
  readonly call: string;
}

/** One language's words for the ALAS codes, and for one that is not listed: it is shown raw. */
export interface AlasTexts {
  readonly listed: Readonly<Record<ListedAlasCode, AlasText>>;
  readonly unlisted: AlasText;
}

/** The words for a code, whether the guide lists it or not. */
export function alasTextOf(texts: AlasTexts, code: string): AlasText {
  return code in texts.listed ? texts.listed[code as ListedAlasCode] : texts.unlisted; // "in" has just proved it
}
