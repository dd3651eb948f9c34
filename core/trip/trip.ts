import type { Drive, DriveId } from "../drives/drive.ts";
import type { ConfirmReason } from "../fetch/confirm-reason.ts";
import type { FetchProgress, FetchResult, Requested } from "../hop-results.ts";
import type { Delivery } from "../ipc.ts";
import type { ActivationUrl } from "../link/activation-url.ts";
import type { SitePolicy } from "../policy/site-policy.ts";
import type { Outcome, Problem, UrlProblem } from "../problem.ts";
import type { Result } from "../result.ts";
import type { Computer } from "../settings.ts";
import type { TicketId } from "../stick/records.ts";
import type { ScanProgress, StickContents } from "../stick/stick-contents.ts";
import { type CarryReason, carryReasons } from "./carry-reason.ts";
import type { Hop } from "./hop.ts";

export type { Hop };

/** What is known of the chosen stick's contents. */
export type Reading =
  | { readonly is: "reading"; readonly progress?: ScanProgress } // told where it takes longer than a second
  | { readonly is: "read"; readonly contents: StickContents }
  | { readonly is: "failed"; readonly problem: Problem };

/** The stick, or the folder that stands for one, which the technician works with. */
export interface ChosenStick {
  readonly drive: Drive;
  readonly reading: Reading;
  /** Why it is read-only; null while that is being asked, and for one that can be written. */
  readonly whyReadOnly: Problem | null;
}

/** How a stick that goes to the other computer comes out. Nobody walks before it is safe or away. */
export type Removal =
  | { readonly is: "in" }
  | { readonly is: "ejecting" }
  | { readonly is: "refused"; readonly problem: Problem } // still in: the system did not let go of it
  | { readonly is: "safe" } // the system has confirmed that it may be pulled out
  | { readonly is: "away" }; // pulled out, or ejected by other means

/** An attempt to open a stick that is plugged in but not mounted. `problem` is null while it is under way. */
export interface Mounting {
  readonly drive: DriveId;
  readonly problem: Problem | null;
}

/** Hop 1 before it is written: the text as it was pasted, and what it was found to be. `link` is null while there is no text. */
export interface LinkDraft {
  readonly text: string;
  readonly link: Result<ActivationUrl, UrlProblem> | null;
  /** Typed only where the URL does not tell it. */
  readonly typedAssetId: string;
  readonly note: string;
  /** Leaves out this computer's name, the operator's and the note. */
  readonly minimal: boolean;
}

/** One request that ALAS is asked for; `ticket` is null while a URL saved by hand has none yet. */
export interface Asked {
  readonly ticket: TicketId | null;
  readonly assetId: string | null;
  readonly host: string | null;
  /** Its key is on this computer: ALAS is not asked. */
  readonly kept: boolean;
  /** It was refused with 2.1 before: this is the one retry. */
  readonly retried: boolean;
}

/** A request as it was shown (`ticketSha256`), and the reason that the technician confirmed; null where there was none. */
export interface ShownRequest {
  readonly ticket: TicketId;
  readonly ticketSha256: string;
  readonly confirmed: ConfirmReason | null;
}

/** What the technician wants although it may cost an activation more: to be confirmed before ALAS is asked. */
export type Asking = { readonly for: "chosen" } | { readonly for: "by-hand"; readonly file: string };

/** A draft whose link is vetted and whose asset ID the technician compared with the console's masthead. */
export interface ConfirmedLink {
  readonly draft: LinkDraft;
  /** Who makes the request; "" when nobody is named. */
  readonly operator: string;
  readonly link: ActivationUrl;
  readonly assetId: string | null;
}

/** Where the technician is. The part before the dot is the hop; a stick that is only carried on has its hop by the reason. */
export type Step =
  | { readonly at: "computer" }
  | { readonly at: "request.link"; readonly draft: LinkDraft }
  | { readonly at: "request.stick"; readonly confirmed: ConfirmedLink }
  | { readonly at: "request.writing"; readonly confirmed: ConfirmedLink; readonly stick: Drive }
  | { readonly at: "request.done"; readonly requested: Requested; readonly stick: Drive; readonly removal: Removal }
  | { readonly at: "fetch.stick" }
  | { readonly at: "fetch.review"; readonly tickets: readonly TicketId[]; readonly asking: Asking | null }
  | {
      readonly at: "fetch.running";
      readonly stick: Drive;
      readonly asked: readonly Asked[];
      readonly progress: readonly FetchProgress[];
      readonly cancelling: boolean;
    }
  | {
      readonly at: "fetch.done";
      readonly asked: readonly Asked[];
      readonly results: readonly FetchResult[];
      readonly endedAt: number; // ms since 1970, by this computer's clock
      readonly stick: Drive;
      readonly removal: Removal;
    }
  | { readonly at: "deliver.stick" }
  | { readonly at: "deliver.review"; readonly key: KeyChoice | null }
  | { readonly at: "deliver.copying"; readonly key: KeyChoice; readonly stick: Drive }
  | {
      readonly at: "deliver.upload";
      readonly key: KeyChoice;
      readonly delivery: Delivery;
      readonly stick: Drive;
      readonly consoleStep: number;
    }
  | {
      readonly at: "deliver.done";
      readonly key: KeyChoice;
      readonly delivery: Delivery;
      readonly stick: Drive;
      readonly removal: Removal;
    }
  | {
      readonly at: "carry";
      readonly why: CarryReason;
      /** The systems that the reason names. */
      readonly assetIds: readonly (string | null)[];
      readonly stick: Drive;
      readonly removal: Removal;
    };

/** Which key to deliver: a request's, or one that somebody saved by hand. */
export type KeyChoice =
  | { readonly from: "request"; readonly ticket: TicketId; readonly assetId: string | null }
  | { readonly from: "hand"; readonly file: string };

/** The whole state of the guided flow. `problem` arose at `step` and is shown there. */
export interface Trip {
  /** The rules of this site: the same from start to end. */
  readonly policy: SitePolicy;
  readonly computer: Computer | null;
  /** Who works here, as typed in hop 1; it stays from one request to the next. */
  readonly operator: string;
  readonly drives: readonly Drive[];
  /** Why the drives cannot be told at the moment: those told last still stand. */
  readonly drivesProblem: Problem | null;
  readonly stick: ChosenStick | null;
  /** Ejected, but still on the list of drives: not to be taken again before it was away. */
  readonly ejected: DriveId | null;
  readonly mounting: Mounting | null;
  readonly step: Step;
  readonly problem: Problem | null;
  /** This computer's clock (ms since 1970) when it was last told: what has to wait is due by it. */
  readonly now: number;
}

/** What the technician or the world did. */
export type TripEvent =
  | { readonly is: "computer-chosen"; readonly computer: Computer }
  | { readonly is: "computer-changed" }
  | { readonly is: "hop-chosen"; readonly hop: Hop }
  | { readonly is: "back" }
  | { readonly is: "drives-changed"; readonly drives: readonly Drive[] }
  | { readonly is: "drives-failed"; readonly problem: Problem }
  | { readonly is: "stick-chosen"; readonly stick: DriveId }
  | { readonly is: "folder-wanted" }
  | { readonly is: "folder-chosen"; readonly outcome: Outcome<Drive | null> }
  | { readonly is: "scan-progressed"; readonly stick: DriveId; readonly progress: ScanProgress }
  | { readonly is: "stick-read"; readonly stick: DriveId; readonly outcome: Outcome<StickContents> }
  | { readonly is: "read-only-explained"; readonly stick: DriveId; readonly outcome: Outcome<Problem | null> }
  | { readonly is: "mount-wanted"; readonly drive: DriveId }
  | { readonly is: "mount-ended"; readonly drive: DriveId; readonly outcome: Outcome<readonly Drive[]> }
  | { readonly is: "eject-wanted" }
  | { readonly is: "eject-ended"; readonly stick: DriveId; readonly outcome: Outcome<null> }
  | { readonly is: "link-given"; readonly text: string }
  | { readonly is: "asset-id-typed"; readonly text: string }
  | { readonly is: "request-described"; readonly note: string; readonly minimal: boolean }
  | { readonly is: "operator-given"; readonly name: string }
  | { readonly is: "link-confirmed" }
  | { readonly is: "write-wanted"; readonly again: boolean }
  | { readonly is: "request-written"; readonly outcome: Outcome<Requested> }
  | { readonly is: "tickets-chosen"; readonly tickets: readonly TicketId[] }
  | { readonly is: "ticket-chosen"; readonly ticket: TicketId; readonly wanted: boolean }
  | { readonly is: "clock-told"; readonly now: number }
  | { readonly is: "fetch-wanted" }
  | { readonly is: "fetch-confirmed" }
  | { readonly is: "fetch-declined"; readonly leaveOut: boolean }
  | { readonly is: "by-hand-fetch-wanted"; readonly file: string }
  | { readonly is: "fetch-progressed"; readonly progress: FetchProgress }
  | { readonly is: "cancel-wanted" }
  | { readonly is: "fetch-ended"; readonly outcome: Outcome<readonly FetchResult[]> }
  | { readonly is: "key-chosen"; readonly key: KeyChoice }
  | { readonly is: "copy-wanted" }
  | { readonly is: "copy-ended"; readonly outcome: Outcome<Delivery> }
  | { readonly is: "console-step-shown"; readonly step: number }
  | { readonly is: "upload-confirmed" };

/** What the world is asked to do; each answers with an event. */
export type Effect =
  | { readonly do: "remember-computer"; readonly computer: Computer }
  | { readonly do: "choose-folder" }
  | { readonly do: "scan"; readonly stick: DriveId }
  | { readonly do: "explain-read-only"; readonly stick: DriveId }
  | { readonly do: "mount"; readonly stick: DriveId }
  | { readonly do: "eject"; readonly stick: DriveId }
  | {
      readonly do: "write-request";
      readonly stick: DriveId;
      readonly confirmed: ConfirmedLink;
      readonly again: boolean;
    }
  | { readonly do: "fetch"; readonly stick: DriveId; readonly requests: readonly ShownRequest[] }
  | {
      readonly do: "fetch-by-hand";
      readonly stick: DriveId;
      readonly file: string;
      readonly urlSha256: string;
      readonly confirmed: ConfirmReason | null;
    }
  | { readonly do: "cancel-fetch" }
  | { readonly do: "copy-key"; readonly stick: DriveId; readonly key: KeyChoice };

/** A state and what to do about it. */
export type Next = readonly [Trip, readonly Effect[]];

const emptyDraft: LinkDraft = { text: "", link: null, typedAssetId: "", note: "", minimal: false };

/** Where each hop begins. */
export const firstSteps: { readonly [H in Hop]: Step } = {
  request: { at: "request.link", draft: emptyDraft },
  fetch: { at: "fetch.stick" },
  deliver: { at: "deliver.stick" },
};

/** The hop that a step belongs to; null before a computer is chosen. */
export function hopOf(step: Step): Hop | null {
  if (step.at === "computer") return null;
  if (step.at === "carry") return carryReasons[step.why].hop;
  return step.at.startsWith("request") ? "request" : step.at.startsWith("fetch") ? "fetch" : "deliver";
}

/** A folder has nothing to be pulled out of: it never has to be removed, and it cannot be seen to go. */
export const isFolder = (drive: Drive): boolean => drive.bus === "folder";
