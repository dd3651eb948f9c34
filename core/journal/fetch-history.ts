/** Whether ALAS has counted a fetch as one of the activations that a licence has, as far as is known. */
export type Counted = "yes" | "perhaps" | "no";

/** One earlier fetch of a licence. `at` is ISO 8601 with offset, by the clock of the computer that fetched. */
export interface PastFetch {
  readonly at: string;
  /** "cut-off": it began, and its end is unknown. */
  readonly outcome: "key" | "refused" | "failed" | "cut-off";
  /** ALAS's code of a refusal. */
  readonly alas: string | null;
  readonly counted: Counted;
  readonly knownFrom: "this-computer" | "stick";
}

/**
 * After 2.1 (the customer database does not know the asset ID yet [S]): one more fetch is offered after 15 minutes, by this
 * computer's clock (ms since 1970). `spent` when that one was refused with 2.1, too: then only the representative can help.
 */
export type Retry = { readonly type: "after"; readonly at: number } | { readonly type: "spent" };

/** What is known of the earlier fetches of one request's system: from this computer's record and from the stick in hand. */
export interface FetchHistory {
  /** Oldest first. */
  readonly fetches: readonly PastFetch[];
  /** Of the three activations that a licence has as a rule [S], those not known to be used. Never below 0. */
  readonly remaining: number;
  /** Null when nothing was refused with 2.1, or not by this computer: the clock of another computer is never compared. */
  readonly retry: Retry | null;
  /** The stick has a fetch marker, and this computer's record shows that the fetch that set it was never sent. */
  readonly neverSent: boolean;
  /** When this computer fetched and saved the key of this request. It writes the key again without contacting ALAS. */
  readonly storedAt: string | null;
}
