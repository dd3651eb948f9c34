import type { DriveReason } from "../drives/drive.ts";
import type { ConfirmReason } from "../fetch/confirm-reason.ts";
import type { NoticeCode, Trim } from "../hop-results.ts";
import type { NextStep, RequestState } from "../stick/stick-contents.ts";

/** Why a request is not fetched without a confirmation, or not yet. */
export type FetchReasonTexts = Readonly<Record<ConfirmReason | "wait-not-over", string>>;

/** One language's sentences for everything that is worth a word and is no problem. */
export interface NoticeTexts {
  readonly notices: Readonly<Record<NoticeCode, string>>;
  /** Which stick to look for instead of the one in hand; its label and asset ID, where they are known, made fit to be shown. */
  readonly anotherStick: (label: string | null, date: string, assetId: string | null) => string;
  /** What was taken off around a pasted URL. */
  readonly trims: Readonly<Record<Trim, string>>;
  /** Why a drive is not offered, or only with a word of care. */
  readonly driveReasons: Readonly<Record<NonNullable<DriveReason>, string>>;
  readonly states: Readonly<Record<RequestState, string>>;
  readonly fetchReasons: FetchReasonTexts;
  readonly nextSteps: Readonly<Record<NextStep, string>>;
}
