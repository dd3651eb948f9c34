/** Not in the customer database yet [S]: retry after 15 minutes. */
export const UNKNOWN_ASSET_ID = "2.1";
/** The licence has no activations left [S]: a retry never helps. */
export const NO_MORE_ACTIVATIONS = "3.5";
/** The URL has no asset ID, or an empty one [S]: the same URL gets the same answer. */
export const ASSET_ID_ERRORS: readonly string[] = ["3.1", "3.2"];
/** An internal error of ALAS with an unknown cause [S]. */
const CAUSE_UNKNOWN = "9.0";

/** Whether and when a retry can help. Each request may count as one of the allowed activations [S]. */
export type AlasRetry =
  | "no" // a retry may cost an activation: the service representative comes first
  | "later" // a temporary fault of ALAS
  | "after-15-minutes" // ALAS does not know a new licence at once [S]
  | "after-fix"; // with a link copied anew

/** The codes that the vendor's guide lists [S]. */
export type ListedAlasCode = "2.1" | "3.1" | "3.2" | "3.3" | "3.4" | "3.5" | "9.0";

/** One of ALAS's own error codes [S]. core/text has its meaning and remedy. */
export interface AlasError {
  readonly code: ListedAlasCode;
  readonly name: string;
  readonly retry: AlasRetry;
}

/**
 * The codes that the vendor's guide lists [S]. 9.0 is "no": it gives no cause, so that it is unknown whether the fetch
 * counted. Support must see the raw answer before another fetch.
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

/** Returns the error with this number or name. Accepts any case, full-width characters and blanks around. */
export function findAlasError(text: string): AlasError | undefined {
  const wanted = text.normalize("NFKC").trim().toUpperCase();
  return ALAS_ERRORS.find(({ code, name }) => wanted === code || wanted === name);
}

/** Whether a refusal with this code names its cause, which implies that no activation was counted. */
export const namesCause = (code: string): boolean =>
  code !== CAUSE_UNKNOWN && ALAS_ERRORS.some((error) => error.code === code);
