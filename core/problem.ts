import type { Platform } from "./drives/platform.ts";
import type { ConfirmReason } from "./fetch/confirm-reason.ts";
import type { PolicyFault } from "./policy/policy-fault.ts";
import type { Result } from "./result.ts";

/** Errors in a pasted activation URL, found before anything is written or sent. */
export type UrlProblem =
  | { readonly code: "url-missing" }
  | { readonly code: "url-not-found" }
  | { readonly code: "url-link-text" } // the link's words were copied instead of its address
  | { readonly code: "url-no-scheme" }
  | { readonly code: "url-not-https"; readonly scheme: string }
  | { readonly code: "url-wrong-host"; readonly host: string }
  | { readonly code: "url-user-info" }
  | { readonly code: "url-other-port"; readonly port: string }
  | { readonly code: "url-ambiguous"; readonly urls: readonly string[] }
  | { readonly code: "url-too-long"; readonly length: number; readonly limit: number } // characters
  | { readonly code: "url-malformed"; readonly character: string; readonly cutOff?: true } // it ends in half an escape
  | { readonly code: "asset-id-missing" } // ALAS would answer 3.1, after the trip
  // ALAS would answer 3.2, after the trip. `cutOff`: it ends where the asset ID should stand.
  | { readonly code: "asset-id-blank"; readonly parameter: string; readonly cutOff: boolean }
  | { readonly code: "asset-id-ambiguous"; readonly ids: readonly string[] } // different values: ALAS's choice is not known
  | { readonly code: "asset-id-invalid"; readonly text: string }
  | { readonly code: "asset-id-mismatch"; readonly expected: string; readonly found: string };

/** Requests to the program that it cannot carry out as given. */
export type RequestProblem =
  | { readonly code: "usage"; readonly detail: string }
  | { readonly code: "unknown-ticket"; readonly ticket: string }
  /** `elsewhere`: the other stick to which this computer saved the same URL. */
  | {
      readonly code: "already-requested";
      readonly ticket: string;
      readonly elsewhere?: { readonly label: string | null };
    }
  | { readonly code: "already-answered"; readonly ticket: string }
  | { readonly code: "activations-used-up"; readonly ticket: string } // ALAS answered 3.5 before; another fetch needs a decision
  /** ALAS answered 2.1 a short time ago. `until`: ms since 1970; `minutes`: how long that is, rounded up. */
  | { readonly code: "wait-not-over"; readonly ticket: string; readonly until: number; readonly minutes: number }
  | { readonly code: "confirmation-needed"; readonly ticket: string; readonly reason: ConfirmReason }
  | { readonly code: "nothing-to-deliver" }
  | { readonly code: "by-hand-unusable"; readonly file: string }
  | { readonly code: "alas-code-unknown"; readonly alas: string }
  | { readonly code: "status-unreadable" };

/** Errors of the stick, or of the folder to which a key is copied. */
export type StickProblem =
  | { readonly code: "stick-not-found" }
  | { readonly code: "stick-gone" } // unplugged after it was chosen
  | { readonly code: "stick-changed" } // another stick is mounted in place of the chosen one
  | { readonly code: "stick-changed-since" } // the same stick, but not with the requests that were shown
  | { readonly code: "stick-read-only" } // mounted read-only by an option or for an unknown reason
  | { readonly code: "stick-write-protected" } // the device refuses writes: its switch, a kiosk's seal, or worn-out memory
  | { readonly code: "stick-errors-found" } // the system mounted it read-only when it found its file system damaged
  | { readonly code: "stick-ntfs-on-mac" }
  | { readonly code: "stick-bitlocker-locked" }
  | { readonly code: "stick-policy" } // this computer's policy forbids writing to all sticks, or to those without BitLocker
  | { readonly code: "stick-privacy" } // macOS' privacy settings do not allow the app to use removable volumes, or have not asked yet
  | { readonly code: "stick-full"; readonly neededBytes: number; readonly freeBytes: number }
  | { readonly code: "stick-no-permission" }
  | { readonly code: "stick-io-error"; readonly detail: string }
  | { readonly code: "stick-worn-out"; readonly detail: string } // several writes in a row failed
  | { readonly code: "stick-name-refused"; readonly file: string } // its file system does not accept this name
  | { readonly code: "stick-unreadable" } // mounted, but its file system does not respond
  | { readonly code: "stick-mount-failed"; readonly detail: string }
  | { readonly code: "stick-mount-by-hand"; readonly platform: Platform } // no tool that Keyferry may use mounts it here
  | { readonly code: "stick-eject-busy"; readonly by: readonly string[] } // the programs that use it, if known
  | { readonly code: "stick-eject-failed"; readonly detail: string }
  | { readonly code: "stick-read-back"; readonly file: string } // the bytes read back differ from those written
  | { readonly code: "stick-name-taken"; readonly file: string } // a foreign entry has the name that Keyferry needs
  | { readonly code: "target-unwritable"; readonly detail: string }
  | { readonly code: "drives-unavailable"; readonly detail: string }
  | { readonly code: "drives-hang"; readonly ms: number }; // the system did not list its drives in time

/** The request to ALAS got no complete answer, or none that may be used. */
export type NetworkProblem =
  | { readonly code: "net-name-not-found"; readonly host: string }
  | { readonly code: "net-offline" }
  | { readonly code: "net-refused" }
  | { readonly code: "net-unreachable" }
  | { readonly code: "net-reset" }
  | { readonly code: "net-time-out"; readonly ms: number }
  | { readonly code: "net-failed"; readonly detail: string }
  | { readonly code: "tls-untrusted" }
  | { readonly code: "tls-expired" }
  | { readonly code: "tls-wrong-host" }
  | { readonly code: "tls-revoked" } // revoked by its authority, as the server itself reports
  | { readonly code: "tls-outdated" } // the server offers only insecure versions or ciphers
  | { readonly code: "tls-failed"; readonly detail: string }
  | { readonly code: "tls-switched-off"; readonly option: string } // a switch or variable could expose the URL or the connection: nothing was sent
  | { readonly code: "proxy-unreachable" }
  | { readonly code: "proxy-sign-in" }
  | { readonly code: "redirect-refused"; readonly to: string }
  | { readonly code: "redirect-loop" }
  | { readonly code: "answer-cut-off"; readonly bytes: number }
  | { readonly code: "answer-compressed" } // it may be a key, but nothing proves that it is whole
  | { readonly code: "net-not-http"; readonly detail: string } // what answered does not keep to HTTP
  | { readonly code: "http-status"; readonly status: number }
  | { readonly code: "fetch-cancelled" };

/** ALAS answered with a code of its own [S]. `name` is "" when the answer had only a number. */
export interface AlasRefusal {
  readonly code: "alas-refused";
  readonly alas: string;
  readonly name: string;
}

/** Complete files or answers whose contents are wrong. */
export type IntegrityProblem =
  | { readonly code: "answer-empty" }
  | { readonly code: "answer-html" }
  | { readonly code: "answer-json" }
  | { readonly code: "answer-not-a-key"; readonly looksLike: string }
  | { readonly code: "answer-too-large"; readonly limit: number } // bytes
  | { readonly code: "file-missing"; readonly file: string }
  | { readonly code: "file-unsafe"; readonly file: string } // a link, a device, a folder or a pipe instead of a file
  | { readonly code: "file-too-large"; readonly file: string; readonly limit: number } // bytes
  | { readonly code: "file-not-a-key"; readonly file: string } // a file saved by hand has a key's name but no key
  | { readonly code: "file-differs"; readonly file: string } // its size or hash differs from its record
  | { readonly code: "request-unfinished" } // saving the link was cut off: the stick was unplugged or the power failed
  | { readonly code: "record-damaged"; readonly file: string }
  | { readonly code: "record-foreign"; readonly file: string } // a valid record of another ticket
  | { readonly code: "record-newer"; readonly file: string; readonly version: number }
  | { readonly code: "wrong-system"; readonly expected: string; readonly found: string };

/** The site policy forbids it. A policy that cannot be read forbids too, so that damage lifts no rule. */
export type PolicyProblem =
  | { readonly code: "policy-unusable"; readonly file: string; readonly fault: PolicyFault }
  | { readonly code: "folder-forbidden" }
  | { readonly code: "note-required"; readonly byHand: boolean } // a link saved by hand has none
  | { readonly code: "operator-required"; readonly byHand: boolean };

/** Refusals and errors of the program itself. */
export type ProgramProblem =
  | { readonly code: "call-rejected" } // a message to the main process from another sender or with a wrong shape
  | { readonly code: "busy" }
  | { readonly code: "cancelled"; readonly signal: "SIGHUP" | "SIGINT" | "SIGTERM" } // a command, cancelled by the system or Ctrl+C
  | { readonly code: "record-unwritable"; readonly file: string; readonly detail: string } // nothing was sent
  | { readonly code: "unexpected"; readonly detail: string };

/** Every way in which a step can fail. Each code has a sentence and a remedy in every language (core/text). */
export type Problem =
  | UrlProblem
  | RequestProblem
  | StickProblem
  | NetworkProblem
  | AlasRefusal
  | IntegrityProblem
  | PolicyProblem
  | ProgramProblem;

export type ProblemCode = Problem["code"];
export type ProblemOf<C extends ProblemCode> = Extract<Problem, { readonly code: C }>;

/** The result of every service: a value or a Problem. */
export type Outcome<T> = Result<T, Problem>;
