/** Not in the customer database yet [S]: once more, after a wait. */
export const UNKNOWN_ASSET_ID = "2.1";
/** The licence was activated as often as it may be [S]: asking again never helps. */
export const NO_MORE_ACTIVATIONS = "3.5";
/** The URL came without its asset ID, or with an empty one [S]: the same URL gets the same answer. */
export const ASSET_ID_ERRORS: readonly string[] = ["3.1", "3.2"];
/** ALAS's fault, of a cause that it does not know itself [S]. */
const CAUSE_UNKNOWN = "9.0";

/** Whether asking ALAS again can help, and when. Each request may count as one of the activations allowed [S]. */
export type AlasRetry =
  | "no" // asking again cannot help, and may cost an activation: first the service representative
  | "later" // a fault on ALAS's side that passes
  | "after-15-minutes" // a new licence is not known at once [S]
  | "after-fix"; // with a link copied anew

/** The codes that the vendor's guide lists [S]. */
export type ListedAlasCode = "2.1" | "3.1" | "3.2" | "3.3" | "3.4" | "3.5" | "9.0";

/** One of ALAS's own error codes [S]. Its meaning and remedy in words are in core/text. */
export interface AlasError {
  readonly code: ListedAlasCode;
  readonly name: string;
  readonly retry: AlasRetry;
}

/**
 * The codes that the vendor's guide lists [S]. 9.0 is "no": it says nothing about the cause, so that whether the fetch
 * counted is unknown too; support, with the raw answer in hand, comes before another fetch.
 */
export const ALAS_ERRORS: readonly AlasError[] = [
  { code: UNKNOWN_ASSET_ID, name: "ALAS_UNKNOWN_SITEID", retry: "after-15-minutes" },
  { code: "3.1", name: "ALAS_INVALID_ARG", retry: "after-fix" },
  { code: "3.2", name: "ALAS_INVALID_SITEID", retry: "after-fix" },
  { code: "3.3", name: "ALAS_NO_SIGN", retry: "later" },
  { code: "3.4", name: "ALAS_NO_ATLAS_UPDATE", retry: "later" },
  { code: NO_MORE_ACTIVATIONS, name: "ALAS_NO_MORE_ACTIVATION", retry: "no" },
  { code: CAUSE_UNKNOWN, name: "ALAS_UNKNOWN", retry: "no" },
];

/** Looks a code up by its number or its name, as a person writes them: any case, full-width, blanks around. */
export function findAlasError(text: string): AlasError | undefined {
  const wanted = text.normalize("NFKC").trim().toUpperCase();
  return ALAS_ERRORS.find(({ code, name }) => wanted === code || wanted === name);
}

/** Whether a refusal with this code says why no key was given, and with that that nothing was counted. */
export const namesCause = (code: string): boolean =>
  code !== CAUSE_UNKNOWN && ALAS_ERRORS.some((error) => error.code === code);
