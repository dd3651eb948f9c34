import type { Counted } from "./journal/fetch-history.ts";
import type { Problem } from "./problem.ts";
import type { TicketId } from "./stick/records.ts";

/** What was taken off around a pasted URL, to be shown: the URL itself is kept byte for byte. */
export type Trim = "white-space" | "quotes" | "angle-brackets" | "invisible-characters" | "words" | "line-breaks";

/** Worth a word, but no reason to stop. Each has a sentence in every language (core/text). */
export type NoticeCode =
  | "asset-id-unknown" // the URL has parameters, but none that looks like an asset ID
  | "asset-id-not-compared" // step 3 was told one, and a key's is not known
  | "html-escape-in-url" // "&amp;" in it: copied out of a page's source?
  | "url-may-be-cut-off" // it ends in the middle of its parameters
  | "key-name-without-a" // an activated key's name ends in "_A.key" [S]
  | "key-name-made-up" // ALAS gave no usable name
  | "key-type-unusual" // the bytes are no web page although the server declared one
  | "key-of-another-system" // the very same bytes came for another asset ID
  | "key-number-of-another" // the number in its name came for another asset ID
  | "key-number-changed" // this asset ID's last key had another number
  | "key-names-another-system" // it is a text that names another asset ID of the stick, and not its own
  | "key-without-record" // delivered by hand: nothing proves where it came from
  | "key-kept-on-this-computer" // the key came, but the stick did not take it
  | "key-from-this-computer" // kept from an earlier fetch of the same request: ALAS was not asked
  | "fetched-before" // the same system's key was fetched before, or may have been: it may have cost another activation
  | "may-have-counted" // what ALAS made of the request is not known: it may have cost an activation
  | "next-step-not-written" // the stick took the record but not NEXT-STEP.txt
  | "another-stick" // not the one that this computer's last request was written to
  | "delivery-not-recorded"; // the stick is read-only, as a scanned stick is

/** Step 1 done: the request is on the stick and was read back. */
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
      /** The key had been kept on this computer and was written again: ALAS was not asked. */
      readonly fromStore?: boolean;
    }
  | {
      readonly ticketId: TicketId;
      readonly outcome: "refused" | "failed";
      readonly error: Problem;
      /** Whether the answer's record is on the stick and was read back: only a refusal leaves one. */
      readonly verified: boolean;
      /** Whether ALAS has counted it as an activation, as far as it can be told. Absent where ALAS was not asked. */
      readonly counted?: Counted;
      /** Where on this computer that lies what ALAS sent, for support; absent where nothing came or it was not kept. For show. */
      readonly kept?: string;
      /** "key": a key came, but the stick did not take it: it is written again without ALAS. "answer": what came is none. */
      readonly keptIs?: "key" | "answer";
    };

/** Where one fetch is, for the window. */
export interface FetchProgress {
  readonly ticketId: TicketId;
  readonly phase: "asking" | "receiving" | "writing" | "reading-back" | "done";
  /** What became of it, once it is done. */
  readonly outcome?: FetchResult["outcome"];
}

/** Step 3's result: a verified copy of a key, ready for the console's upload. `ticketId` is null for a key without a record. */
export interface CopiedKey {
  readonly ticketId: TicketId | null;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}
