import type { FetchHistory } from "../journal/fetch-history.ts";
import type { Problem } from "../problem.ts";
import type { TicketId } from "./records.ts";

/** The state of a request, judged from its files alone (stick format, version 1), in order of precedence. */
export type RequestState = "newer" | "damaged" | "refused" | "delivered" | "answered" | "incomplete" | "requested";

/** What a person does next with a request. */
export type NextStep =
  | "fetch" // take the stick to Computer A and fetch
  | "fetch-again-knowingly" // the last fetch was cut off or refused: it may have counted
  | "deliver" // take the stick to Computer B and deliver
  | "call-support" // a refusal that a retry cannot solve
  | "request-again" // the folder cannot be used: make a new request at Computer B
  | "update" // made by a newer Keyferry
  | "nothing"; // done

/** A key file as its record describes it. */
export interface KeyFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** One request's folder, judged alone. `id` is null when its ticket cannot be read. Times are ISO 8601, for show only. */
export interface StickRequest {
  readonly id: TicketId | null;
  readonly folder: string;
  readonly assetId: string | null;
  /** SHA-256 of ticket.json as read. A fetch names it, so that the fetched request is the one shown. */
  readonly ticketSha256: string | null;
  /** SHA-256 of the URL, as its ticket has it. */
  readonly urlSha256: string | null;
  /** The URL's host; null if there is no URL to fetch. */
  readonly host: string | null;
  readonly state: RequestState;
  readonly next: NextStep;
  readonly problems: readonly Problem[];
  readonly keyFile: KeyFile | null;
  readonly refusal: { readonly alas: string; readonly name: string } | null;
  readonly note: string | null;
  readonly createdAt: string | null;
  readonly fetchedAt: string | null;
  readonly deliveredAt: string | null;
  /** Earlier fetches by this computer. Absent if not looked up. */
  readonly history?: FetchHistory;
}

/** A text file with one activation URL that was saved by hand. `file` is its path below the stick. */
export interface ByHandUrl {
  readonly file: string;
  readonly assetId: string | null;
  readonly urlSha256: string;
  readonly host: string;
  /** What this computer knows of earlier fetches. Absent where no history was read. */
  readonly history?: FetchHistory;
}

/** A key file without a record: saved by a browser or copied by hand. */
export interface ByHandKey {
  readonly file: string;
  readonly bytes: number;
}

/** The stick of this computer's last request, if it is not the current one. For display; the time is ISO 8601 with offset. */
export interface AnotherStick {
  readonly label: string | null;
  readonly assetId: string | null;
  readonly writtenAt: string;
}

/** A scan's progress: how many of the stick's requests were read. */
export interface ScanProgress {
  readonly done: number;
  readonly total: number;
}

/** The contents of one stick. `foreign` are names of unexpected files: the window warns of them and never changes them. */
export interface StickContents {
  readonly requests: readonly StickRequest[];
  readonly byHand: { readonly urls: readonly ByHandUrl[]; readonly keys: readonly ByHandKey[] };
  readonly foreign: readonly string[];
  /** The stick to look for instead. Absent if there is none, or if it may be the current one. */
  readonly another?: AnotherStick;
}
