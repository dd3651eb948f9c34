import { createHash } from "node:crypto";
import { type KeyFault, readPracticeKey } from "./practice-key.ts";

/** What the practice console remembers. Times are ms since 1970. */
export interface ConsoleState {
  readonly assetId: string;
  readonly licence?: { readonly expiresAt: number; readonly sha256: string };
  readonly lastCheck?: number;
}

/** The two bars of the page that take a key: one as bought, one activated. */
export type Bar = "new" | "activated";

/** What the page says after something was done. Each has a sentence in both languages. */
export type PracticeNoticeCode =
  | KeyFault
  | "no-file"
  | "too-large"
  | "other-system"
  | "unactivated"
  | "activated"
  | "accepted-offline"
  | "checked";

export interface Notice {
  readonly code: PracticeNoticeCode;
  readonly good: boolean;
  readonly bar: Bar;
  readonly assetId?: string; // the system that the key is for, when it is another
}

/** What came with an upload form: bytes, or why there are none. */
export type Upload = Uint8Array | "no-file" | "too-large";

/** How long a practice licence runs from its upload: a year, so that the status shows hours in four digits. */
export const LICENCE_HOURS = 8760;
const HOUR = 3_600_000; // ms

/** Takes an uploaded file. Only this system's activated key changes the licence; all else leaves it as it was. */
export function receiveKey(
  state: ConsoleState,
  upload: Upload,
  bar: Bar,
  now: number,
): { readonly state: ConsoleState; readonly notice: Notice } {
  const refuse = (code: PracticeNoticeCode, more: Partial<Notice> = {}) => ({
    state,
    notice: { code, good: false, bar, ...more },
  });
  if (typeof upload === "string") return refuse(upload);
  const key = readPracticeKey(upload);
  if (!key.ok) return refuse(key.error);
  if (key.value.assetId !== state.assetId) return refuse("other-system", { assetId: key.value.assetId });
  if (key.value.activation === 0) {
    // Without internet the console can keep a bought key but not activate it: that is what the trip is for.
    return bar === "new" ? { state, notice: { code: "accepted-offline", good: true, bar } } : refuse("unactivated");
  }
  const sha256 = createHash("sha256").update(upload).digest("hex");
  const licence = { expiresAt: now + LICENCE_HOURS * HOUR, sha256 };
  return { state: { ...state, licence, lastCheck: now }, notice: { code: "activated", good: true, bar } };
}

/** "Check License Now": without internet the console can only look at what it has. */
export function checkLicence(
  state: ConsoleState,
  now: number,
): { readonly state: ConsoleState; readonly notice: Notice } {
  return { state: { ...state, lastCheck: now }, notice: { code: "checked", good: true, bar: "activated" } };
}

/** Hours until the licence ends, a begun hour counted whole; undefined when there is none, 0 or less when it has ended. */
export function hoursLeft(state: ConsoleState, now: number): number | undefined {
  return state.licence && Math.ceil((state.licence.expiresAt - now) / HOUR);
}
