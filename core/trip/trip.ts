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
  | { readonly type: "reading"; readonly progress?: ScanProgress } // told where it takes longer than a second
  | { readonly type: "read"; readonly contents: StickContents }
  | { readonly type: "failed"; readonly problem: Problem };

/** The stick, or the folder that stands for one, which the technician works with. */
export interface ChosenStick {
  readonly drive: Drive;
  readonly reading: Reading;
  /** Why it is read-only; null while that is being asked, and for one that can be written. */
  readonly whyReadOnly: Problem | null;
}

/** How a stick that goes to the other computer comes out. Nobody walks before it is safe or away. */
export type Removal =
  | { readonly type: "in" }
  | { readonly type: "ejecting" }
  | { readonly type: "refused"; readonly problem: Problem } // still in: the system did not let go of it
  | { readonly type: "safe" } // the system has confirmed that it may be pulled out
  | { readonly type: "away" }; // pulled out, or ejected by other means

/** An attempt to open a stick that is plugged in but not mounted. `problem` is null while it is under way. */
export interface Mounting {
  readonly drive: DriveId;
  readonly problem: Problem | null;
}

/** Step 1 before it is written: the text as it was pasted, and what it was found to be. `link` is null while there is no text. */
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
export interface FetchItem {
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
export type FetchQuestion = { readonly type: "chosen" } | { readonly type: "by-hand"; readonly file: string };

/** A draft whose link is vetted and whose asset ID the technician compared with the console's masthead. */
export interface ConfirmedLink {
  readonly draft: LinkDraft;
  /** Who makes the request; "" when nobody is named. */
  readonly operator: string;
  readonly link: ActivationUrl;
  readonly assetId: string | null;
}

/** Where the technician is. The part before the dot is the step; a stick that is only carried on has its step by the reason. */
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
  | { readonly type: "fetch.review"; readonly tickets: readonly TicketId[]; readonly asking: FetchQuestion | null }
  | {
      readonly type: "fetch.running";
      readonly stick: Drive;
      readonly asked: readonly FetchItem[];
      readonly progress: readonly FetchProgress[];
      readonly cancelling: boolean;
    }
  | {
      readonly type: "fetch.done";
      readonly asked: readonly FetchItem[];
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

/** Which key to deliver: a request's, or one that somebody saved by hand. */
export type KeyChoice =
  | { readonly type: "request"; readonly ticket: TicketId; readonly assetId: string | null }
  | { readonly type: "hand"; readonly file: string };

/** The whole state of the guided flow. `problem` arose at `step` and is shown there. */
export interface Trip {
  /** The rules of this site: the same from start to end. */
  readonly policy: SitePolicy;
  readonly computer: Computer | null;
  /** Who works here, as typed in step 1; it stays from one request to the next. */
  readonly operator: string;
  readonly drives: readonly Drive[];
  /** Why the drives cannot be told at the moment: those told last still stand. */
  readonly drivesProblem: Problem | null;
  readonly stick: ChosenStick | null;
  /** Ejected, but still on the list of drives: not to be taken again before it was away. */
  readonly ejected: DriveId | null;
  readonly mounting: Mounting | null;
  readonly stage: Stage;
  readonly problem: Problem | null;
  /** This computer's clock (ms since 1970) when it was last told: what has to wait is due by it. */
  readonly now: number;
}

/** What the technician or the world did. */
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

/** What the world is asked to do; each answers with an event. */
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

/** A state and what to do about it. */
export type Next = readonly [Trip, readonly Effect[]];

const emptyDraft: LinkDraft = { text: "", link: null, typedAssetId: "", note: "", minimal: false };

/** Where each step begins. */
export const firstStages: { readonly [H in Step]: Stage } = {
  request: { type: "request.link", draft: emptyDraft },
  fetch: { type: "fetch.stick" },
  deliver: { type: "deliver.stick" },
};

/** The step that a step belongs to; null before a computer is chosen. */
export function stepOf(stage: Stage): Step | null {
  if (stage.type === "computer") return null;
  if (stage.type === "carry") return carryReasons[stage.why].step;
  return stage.type.startsWith("request") ? "request" : stage.type.startsWith("fetch") ? "fetch" : "deliver";
}

/** A folder has nothing to be pulled out of: it never has to be removed, and it cannot be seen to go. */
export const isFolder = (drive: Drive): boolean => drive.bus === "folder";
