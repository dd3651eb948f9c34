import { createHash } from "node:crypto";
import { type KeyFault, readPracticeKey } from "./practice-key.ts";

/** The state of the practice console. Times are ms since 1970. */
export interface ConsoleState {
  readonly assetId: string;
  readonly licence?: { readonly expiresAt: number; readonly sha256: string };
  readonly lastCheck?: number;
}

/** The two bars of the page that accept a key: a purchased one or an activated one. */
export type Bar = "new" | "activated";

/** The message of the page after an action. Each has a sentence in both languages. */
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
  readonly assetId?: string; // the system of the key, when it is another one
}

/** What came with an upload form: bytes, or why there are none. */
export type Upload = Uint8Array | "no-file" | "too-large";

/** The validity of a practice licence from its upload: a year, so that the status shows hours with four digits. */
export const LICENCE_HOURS = 8760;
const HOUR = 3_600_000; // ms

/** Processes an uploaded file. Only an activated key of this system changes the licence. */
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
    // Without internet the console can store a purchased key but not activate it. Hence the trip.
    return bar === "new" ? { state, notice: { code: "accepted-offline", good: true, bar } } : refuse("unactivated");
  }
  const sha256 = createHash("sha256").update(upload).digest("hex");
  const licence = { expiresAt: now + LICENCE_HOURS * HOUR, sha256 };
  return { state: { ...state, licence, lastCheck: now }, notice: { code: "activated", good: true, bar } };
}

/** "Check License Now": without internet the console can only check its stored licence. */
export function checkLicence(
  state: ConsoleState,
  now: number,
): { readonly state: ConsoleState; readonly notice: Notice } {
  return { state: { ...state, lastCheck: now }, notice: { code: "checked", good: true, bar: "activated" } };
}

/** Returns the hours until the licence ends, rounded up; undefined without a licence, 0 or less after its end. */
export function hoursLeft(state: ConsoleState, now: number): number | undefined {
  return state.licence && Math.ceil((state.licence.expiresAt - now) / HOUR);
}
