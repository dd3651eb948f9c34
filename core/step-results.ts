import type { Counted } from "./journal/fetch-history.ts";
import type { Problem } from "./problem.ts";
import type { TicketId } from "./stick/records.ts";

/** What was removed around a pasted URL, for display. The URL itself is kept byte for byte. */
export type Trim = "white-space" | "quotes" | "angle-brackets" | "invisible-characters" | "words" | "line-breaks";

/** Warnings that do not stop a step. Each has a sentence in every language (core/text). */
export type NoticeCode =
  | "asset-id-unknown" // the URL has parameters, but none that looks like an asset ID
  | "asset-id-not-compared" // step 3 got an asset ID to compare, but a key's is not known
  | "html-escape-in-url" // it contains "&amp;": perhaps copied from a page's source
  | "url-may-be-cut-off" // it ends in the middle of its parameters
  | "key-name-without-a" // an activated key's name ends in "_A.key" [S]
  | "key-name-made-up" // ALAS gave no usable name
  | "key-type-unusual" // the server declared a web page, but the bytes are none
  | "key-of-another-system" // the same bytes came for another asset ID
  | "key-number-of-another" // the number in its name came for another asset ID
  | "key-number-changed" // this asset ID's last key had another number
  | "key-names-another-system" // a text that contains another asset ID of the stick, and not its own
  | "key-without-record" // saved by hand: nothing proves its origin
  | "key-kept-on-this-computer" // the key came, but could not be written to the stick
  | "key-from-this-computer" // saved by an earlier fetch of the same request: ALAS was not contacted
  | "fetched-before" // the same system's key was fetched before, or may have been: it may have cost another activation
  | "may-have-counted" // ALAS's answer is not known: it may have counted an activation
  | "next-step-not-written" // the record was written, but not NEXT-STEP.txt
  | "another-stick" // not the one that this computer's last request was written to
  | "delivery-not-recorded"; // the stick is read-only, as after a security scan

/** The result of step 1: the request is on the stick and was read back. */
export interface SavedRequest {
  readonly ticket: { readonly id: TicketId; readonly folder: string; readonly assetId: string | null };
  /** The URL's server. */
  readonly host: string;
  readonly trimmed: readonly Trim[];
  readonly warnings: readonly NoticeCode[];
  readonly verified: true;
}

/** Step 2's result for one request. `bytes` is the key's size. A failed one says why; nothing else was written. */
export type FetchResult =
  | {
      readonly ticketId: TicketId;
      readonly outcome: "key";
      readonly keyFile: string;
      readonly bytes: number;
      readonly sha256: string;
      readonly warnings: readonly NoticeCode[];
      readonly verified: true;
      /** The saved key of this computer was written again: ALAS was not contacted. */
      readonly fromStore?: boolean;
    }
  | {
      readonly ticketId: TicketId;
      readonly outcome: "refused" | "failed";
      readonly error: Problem;
      /** Whether the answer's record is on the stick and was read back: only a refusal leaves one. */
      readonly verified: boolean;
      /** Whether ALAS counted an activation, as far as known. Absent if ALAS was not contacted. */
      readonly counted?: Counted;
      /** The path of ALAS's stored answer on this computer, for support and display only. Absent if nothing came or was stored. */
      readonly kept?: string;
      /** "key": a key came but could not be written to the stick; a retry needs no ALAS. "answer": another answer came. */
      readonly keptIs?: "key" | "answer";
    };

/** The progress of one fetch, for the window. */
export interface FetchProgress {
  readonly ticketId: TicketId;
  readonly phase: "asking" | "receiving" | "writing" | "reading-back" | "done";
  /** Present once the phase is "done". */
  readonly outcome?: FetchResult["outcome"];
}

/** Step 3's result: a verified copy of a key, ready for the console's upload. `ticketId` is null for a key without a record. */
export interface CopiedKey {
  readonly ticketId: TicketId | null;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}
