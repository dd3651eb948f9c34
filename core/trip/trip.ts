import type { Drive, DriveId } from "../drives/drive.ts";
import type { ConfirmReason } from "../fetch/confirm-reason.ts";
import type { CopiedKeys } from "../ipc.ts";
import type { ActivationUrl } from "../link/activation-url.ts";
import type { SitePolicy } from "../policy/site-policy.ts";
import type { Outcome, Problem, UrlProblem } from "../problem.ts";
import type { Result } from "../result.ts";
import type { Computer } from "../settings.ts";
import type { FetchProgress, FetchResult, SavedRequest } from "../step-results.ts";
import type { TicketId } from "../stick/records.ts";
import type { ScanProgress, StickContents } from "../stick/stick-contents.ts";
import { type CarryReason, carryReasons } from "./carry-reason.ts";
import type { Step } from "./step.ts";

export type { Step };

/** What is known of the chosen stick's contents. */
export type Reading =
  | { readonly type: "reading"; readonly progress?: ScanProgress } // `progress` comes only where the scan takes longer than a second
  | { readonly type: "read"; readonly contents: StickContents }
  | { readonly type: "failed"; readonly problem: Problem };

/** The stick, or the folder used as one, that the technician works with. */
export interface ChosenStick {
  readonly drive: Drive;
  readonly reading: Reading;
  /** Why it is read-only; null while the reason is being looked up, and for a writable stick. */
  readonly whyReadOnly: Problem | null;
}

/** The removal of a stick that goes to the other computer. The technician leaves only when it is safe or away. */
export type Removal =
  | { readonly type: "in" }
  | { readonly type: "ejecting" }
  | { readonly type: "refused"; readonly problem: Problem } // still in: the system did not eject it
  | { readonly type: "safe" } // the system has confirmed that it may be pulled out
  | { readonly type: "away" }; // pulled out, or ejected by other means

/** An attempt to open a stick that is plugged in but not mounted. `problem` is null while it is under way. */
export interface Mounting {
  readonly drive: DriveId;
  readonly problem: Problem | null;
}

/** Step 1 before the request is written: the pasted text and the result of parsing it. `link` is null while the text is empty. */
export interface LinkDraft {
  readonly text: string;
  readonly link: Result<ActivationUrl, UrlProblem> | null;
  readonly typedAssetId: string; // only where the URL does not name it
  readonly note: string;
  readonly minimal: boolean; // leaves out this computer's name, the operator's and the note
}

/** One request of a running fetch; `ticket` is null while a URL saved by hand has none yet. */
export interface FetchItem {
  readonly ticket: TicketId | null;
  readonly assetId: string | null;
  readonly host: string | null;
  readonly saved: boolean; // this computer has its key: ALAS is not contacted
  readonly retried: boolean; // refused with 2.1 before: this is the one retry
}

/** A request as the window showed it (`ticketSha256`), and the reason that the technician confirmed; null without a question. */
export interface ShownRequest {
  readonly ticket: TicketId;
  readonly ticketSha256: string;
  readonly confirmed: ConfirmReason | null;
}

/** The fetch that the technician must confirm before ALAS is contacted: it may cost another activation. */
export type FetchQuestion = { readonly type: "chosen" } | { readonly type: "by-hand"; readonly file: string };

/** A draft whose link is vetted and whose asset ID the technician compared with the console's masthead. */
export interface ConfirmedLink {
  readonly draft: LinkDraft;
  /** Who makes the request; "" when nobody is named. */
  readonly operator: string;
  readonly link: ActivationUrl;
  readonly assetId: string | null;
}

/** Where the technician is. The part before the dot names the step; the reason of `carry` decides its step. */
export type Stage =
  | { readonly type: "computer" }
  | { readonly type: "request.link"; readonly draft: LinkDraft }
  | { readonly type: "request.stick"; readonly confirmed: ConfirmedLink }
  | { readonly type: "request.writing"; readonly confirmed: ConfirmedLink; readonly stick: Drive }
  | {
      readonly type: "request.done";
      readonly requested: SavedRequest;
      readonly stick: Drive;
      readonly removal: Removal;
    }
  | { readonly type: "fetch.stick" }
  | { readonly type: "fetch.review"; readonly tickets: readonly TicketId[]; readonly question: FetchQuestion | null }
  | {
      readonly type: "fetch.running";
      readonly stick: Drive;
      readonly items: readonly FetchItem[];
      readonly progress: readonly FetchProgress[];
      readonly cancelling: boolean;
    }
  | {
      readonly type: "fetch.done";
      readonly items: readonly FetchItem[];
      readonly results: readonly FetchResult[];
      readonly endedAt: number; // ms since 1970, by this computer's clock
      readonly stick: Drive;
      readonly removal: Removal;
    }
  | { readonly type: "deliver.stick" }
  | { readonly type: "deliver.review"; readonly key: KeyChoice | null }
  | { readonly type: "deliver.copying"; readonly key: KeyChoice; readonly stick: Drive }
  | {
      readonly type: "deliver.upload";
      readonly key: KeyChoice;
      readonly delivery: CopiedKeys;
      readonly stick: Drive;
      readonly consoleStep: number;
    }
  | {
      readonly type: "deliver.done";
      readonly key: KeyChoice;
      readonly delivery: CopiedKeys;
      readonly stick: Drive;
      readonly removal: Removal;
    }
  | {
      readonly type: "carry";
      readonly why: CarryReason;
      /** The systems that the reason names. */
      readonly assetIds: readonly (string | null)[];
      readonly stick: Drive;
      readonly removal: Removal;
    };

/** The key to upload: a request's, or a key file saved by hand. */
export type KeyChoice =
  | { readonly type: "request"; readonly ticket: TicketId; readonly assetId: string | null }
  | { readonly type: "hand"; readonly file: string };

/** The whole state of the guided flow. `problem` arose at `stage` and is shown there. */
export interface Trip {
  readonly policy: SitePolicy; // the same throughout the trip
  readonly computer: Computer | null;
  /** The technician's name as typed in step 1; it stays from one request to the next. */
  readonly operator: string;
  readonly drives: readonly Drive[];
  /** Why the drives cannot be listed at the moment: the last list still holds. */
  readonly drivesProblem: Problem | null;
  readonly stick: ChosenStick | null;
  /** Ejected, but still listed: it is not chosen again until it has left the list. */
  readonly ejected: DriveId | null;
  readonly mounting: Mounting | null;
  readonly stage: Stage;
  readonly problem: Problem | null;
  /** This computer's clock (ms since 1970) at the last `clock-told`: it decides which retries are due. */
  readonly now: number;
}

/** An action of the technician, or a report of the main process. */
export type TripEvent =
  | { readonly type: "computer-chosen"; readonly computer: Computer }
  | { readonly type: "computer-changed" }
  | { readonly type: "step-chosen"; readonly step: Step }
  | { readonly type: "back" }
  | { readonly type: "drives-changed"; readonly drives: readonly Drive[] }
  | { readonly type: "drives-failed"; readonly problem: Problem }
  | { readonly type: "stick-chosen"; readonly stick: DriveId }
  | { readonly type: "folder-wanted" }
  | { readonly type: "folder-chosen"; readonly outcome: Outcome<Drive | null> }
  | { readonly type: "scan-progressed"; readonly stick: DriveId; readonly progress: ScanProgress }
  | { readonly type: "stick-read"; readonly stick: DriveId; readonly outcome: Outcome<StickContents> }
  | { readonly type: "read-only-explained"; readonly stick: DriveId; readonly outcome: Outcome<Problem | null> }
  | { readonly type: "mount-wanted"; readonly drive: DriveId }
  | { readonly type: "mount-ended"; readonly drive: DriveId; readonly outcome: Outcome<readonly Drive[]> }
  | { readonly type: "eject-wanted" }
  | { readonly type: "eject-ended"; readonly stick: DriveId; readonly outcome: Outcome<null> }
  | { readonly type: "link-given"; readonly text: string }
  | { readonly type: "asset-id-typed"; readonly text: string }
  | { readonly type: "request-described"; readonly note: string; readonly minimal: boolean }
  | { readonly type: "operator-given"; readonly name: string }
  | { readonly type: "link-confirmed" }
  | { readonly type: "write-wanted"; readonly again: boolean }
  | { readonly type: "request-written"; readonly outcome: Outcome<SavedRequest> }
  | { readonly type: "tickets-chosen"; readonly tickets: readonly TicketId[] }
  | { readonly type: "ticket-chosen"; readonly ticket: TicketId; readonly wanted: boolean }
  | { readonly type: "clock-told"; readonly now: number }
  | { readonly type: "fetch-wanted" }
  | { readonly type: "fetch-confirmed" }
  | { readonly type: "fetch-declined"; readonly leaveOut: boolean }
  | { readonly type: "by-hand-fetch-wanted"; readonly file: string }
  | { readonly type: "fetch-progressed"; readonly progress: FetchProgress }
  | { readonly type: "cancel-wanted" }
  | { readonly type: "fetch-ended"; readonly outcome: Outcome<readonly FetchResult[]> }
  | { readonly type: "key-chosen"; readonly key: KeyChoice }
  | { readonly type: "copy-wanted" }
  | { readonly type: "copy-ended"; readonly outcome: Outcome<CopiedKeys> }
  | { readonly type: "console-step-shown"; readonly step: number }
  | { readonly type: "upload-confirmed" };

/** A call to the main process; its result comes back as an event. */
export type Effect =
  | { readonly type: "remember-computer"; readonly computer: Computer }
  | { readonly type: "choose-folder" }
  | { readonly type: "scan"; readonly stick: DriveId }
  | { readonly type: "explain-read-only"; readonly stick: DriveId }
  | { readonly type: "mount"; readonly stick: DriveId }
  | { readonly type: "eject"; readonly stick: DriveId }
  | {
      readonly type: "write-request";
      readonly stick: DriveId;
      readonly confirmed: ConfirmedLink;
      readonly again: boolean;
    }
  | { readonly type: "fetch"; readonly stick: DriveId; readonly requests: readonly ShownRequest[] }
  | {
      readonly type: "fetch-by-hand";
      readonly stick: DriveId;
      readonly file: string;
      readonly urlSha256: string;
      readonly confirmed: ConfirmReason | null;
    }
  | { readonly type: "cancel-fetch" }
  | { readonly type: "copy-key"; readonly stick: DriveId; readonly key: KeyChoice };

/** The next state and the effects to run. */
export type Next = readonly [Trip, readonly Effect[]];

const emptyDraft: LinkDraft = { text: "", link: null, typedAssetId: "", note: "", minimal: false };

/** Where each step begins. */
export const firstStages: { readonly [H in Step]: Stage } = {
  request: { type: "request.link", draft: emptyDraft },
  fetch: { type: "fetch.stick" },
  deliver: { type: "deliver.stick" },
};

/** Returns the step of a stage; null before a computer is chosen. */
export function stepOf(stage: Stage): Step | null {
  if (stage.type === "computer") return null;
  if (stage.type === "carry") return carryReasons[stage.why].step;
  return stage.type.startsWith("request") ? "request" : stage.type.startsWith("fetch") ? "fetch" : "deliver";
}

/** Whether a drive is a folder: it is never ejected, and it never leaves the list of drives. */
export const isFolder = (drive: Drive): boolean => drive.bus === "folder";
