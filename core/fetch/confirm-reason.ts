/** Why a request is fetched only after the technician confirms exactly this reason. */
export const CONFIRM_REASONS = [
  "cut-off", // the last fetch has no known end: it may have counted
  "damaged-answer", // its answer came and is damaged on the stick
  "fetched-before", // ALAS has counted an earlier fetch of the same system or URL, or may have
  "limit-reached", // refused with 3.5: only after the representative raised the limit
  "no-asset-id", // refused with 3.1 or 3.2: the same URL gets the same answer
  "refused", // refused with another code
  "refused-twice", // refused with 2.1, and again after the wait
  "retry-due", // refused with 2.1, and the wait is over
  "same-system", // a newer request on the stick is for the same system
] as const;
export type ConfirmReason = (typeof CONFIRM_REASONS)[number];
