import * as v from "valibot";
import { type Drive, type DriveId, DriveIdSchema } from "./drives/drive.ts";
import type { Platform } from "./drives/platform.ts";
import { CONFIRM_REASONS } from "./fetch/confirm-reason.ts";
import { ProxyCredentialsSchema, type ProxyQuestion, SignInIdSchema } from "./network/proxy-question.ts";
import type { ReachReport } from "./network/reach.ts";
import type { SitePolicy } from "./policy/site-policy.ts";
import type { Outcome, Problem } from "./problem.ts";
import { type Language, OperatorSchema, type Settings, SettingsChangeSchema } from "./settings.ts";
import type { CopiedKey, FetchProgress, FetchResult, NoticeCode, SavedRequest } from "./step-results.ts";
import { Sha256Schema, TicketIdSchema } from "./stick/records.ts";
import type { ScanProgress, StickContents } from "./stick/stick-contents.ts";

/** One call from the window to the main process. `input` is its schema; `value` exists for the compiler only. */
interface Call<S extends v.GenericSchema, T> {
  readonly input: S;
  readonly value?: T;
}
const call = <S extends v.GenericSchema, T>(input: S, _value: T | undefined): Call<S, T> => ({ input });
const returns = <T>(): T | undefined => undefined;

/** Bounds pasted text before anything reads it (characters). */
const Pasted = v.pipe(v.string(), v.maxLength(64 * 1024));
const Short = v.pipe(v.string(), v.maxLength(1000));
/** A fetch names what the window showed and what the technician confirmed. The main process compares both with the stick. */
const Confirmed = v.nullable(v.picklist(CONFIRM_REASONS));
const Requests = v.pipe(
  v.array(v.strictObject({ ticket: TicketIdSchema, ticketSha256: Sha256Schema, confirmed: Confirmed })),
  v.minLength(1),
  v.maxLength(5000),
);
const Tickets = v.pipe(v.array(TicketIdSchema), v.minLength(1), v.maxLength(5000));
/** The path, below the stick, of a file that a scan listed under `byHand`. Matched against a new scan and never opened as given. */
const ByHandFile = v.pipe(v.string(), v.minLength(1), v.maxLength(512));

/** What the window must know before it can draw its first screen. */
export interface Startup {
  readonly settings: Settings;
  readonly language: Language;
  readonly drives: readonly Drive[];
  readonly drivesProblem: Problem | null;
  readonly platform: Platform;
  readonly version: string;
  /** The rules of this site. If they cannot be read, the program does nothing that they might forbid. */
  readonly policy: Outcome<SitePolicy>;
  /** The folder for the console's upload, for display only. */
  readonly deliverTo: string;
}

/** The keys that step 3 copied to the folder for the console's upload. */
export interface CopiedKeys {
  readonly files: readonly CopiedKey[];
  readonly warnings: readonly NoticeCode[];
}

/**
 * THE contract between the window and the main process: both ends, the preload's bridge and the tests derive from it.
 * The window names drives and tickets by id and never sends a path; a URL only as the technician pasted it.
 */
export const contract = {
  "app.start": call(v.undefined(), returns<Startup>()),
  "settings.change": call(SettingsChangeSchema, returns<Settings>()),
  "drives.chooseFolder": call(v.undefined(), returns<Drive | null>()),
  "stick.scan": call(v.strictObject({ stick: DriveIdSchema }), returns<StickContents>()),
  /** Returns why a stick cannot be written; null if no reason is known. */
  "stick.whyReadOnly": call(v.strictObject({ stick: DriveIdSchema }), returns<Problem | null>()),
  /** Mounts an unmounted stick, or fails with the reason why a mounted one does not respond. Returns the drives afterwards. */
  "stick.mount": call(v.strictObject({ stick: DriveIdSchema }), returns<readonly Drive[]>()),
  /** Returns only after the system has confirmed that the stick may be unplugged. */
  "stick.eject": call(v.strictObject({ stick: DriveIdSchema }), returns<null>()),
  "stick.request": call(
    v.strictObject({
      stick: DriveIdSchema,
      pasted: Pasted,
      assetId: v.nullable(Short),
      note: v.nullable(Short),
      /** The name for the record. Remembered for later requests unless it is null. */
      operator: v.nullable(OperatorSchema),
      minimal: v.boolean(),
      again: v.boolean(),
    }),
    returns<SavedRequest>(),
  ),
  "stick.fetch": call(v.strictObject({ stick: DriveIdSchema, requests: Requests }), returns<readonly FetchResult[]>()),
  "stick.fetchByHand": call(
    v.strictObject({ stick: DriveIdSchema, file: ByHandFile, urlSha256: Sha256Schema, confirmed: Confirmed }),
    returns<readonly FetchResult[]>(),
  ),
  "fetch.cancel": call(v.undefined(), returns<null>()),
  /** Tests the connection to ALAS step by step. Runs on request only and uses no activation. */
  "alas.reach": call(v.undefined(), returns<ReachReport>()),
  /** Answers a proxy's sign-in request; null credentials cancel it. Kept in the main process's memory only. */
  "proxy.signIn": call(
    v.strictObject({ id: SignInIdSchema, credentials: v.nullable(ProxyCredentialsSchema) }),
    returns<null>(),
  ),
  "stick.deliver": call(
    v.strictObject({ stick: DriveIdSchema, tickets: Tickets, assetId: v.nullable(Short) }),
    returns<CopiedKeys>(),
  ),
  "stick.deliverByHand": call(v.strictObject({ stick: DriveIdSchema, file: ByHandFile }), returns<CopiedKeys>()),
  "deliver.chooseFolder": call(v.undefined(), returns<string>()),
  "deliver.show": call(v.undefined(), returns<null>()),
  "clipboard.link": call(v.undefined(), returns<string | null>()),
  /** The limit (characters) holds the details of a whole batch's failures. */
  "text.copy": call(v.strictObject({ text: v.pipe(v.string(), v.maxLength(256 * 1024)) }), returns<null>()),
} as const;

/** Events that the main process sends to the window, with their payloads. */
export interface Events {
  readonly "drives.changed": readonly Drive[];
  /** The drives could not be listed. The last list stays valid. */
  readonly "drives.failed": Problem;
  readonly "fetch.progress": FetchProgress;
  /** The progress of a scan, sent if the scan takes longer than a second. */
  readonly "scan.progress": { readonly stick: DriveId; readonly progress: ScanProgress };
  /** The proxy's open sign-in request; null when there is none any more. */
  readonly "proxy.signInWanted": ProxyQuestion | null;
}

export type Contract = typeof contract;
export type Channel = keyof Contract;
export type EventName = keyof Events;
export type Input<C extends Channel> = v.InferOutput<Contract[C]["input"]>;
export type Value<C extends Channel> = NonNullable<Contract[C]["value"]> | Extract<Contract[C]["value"], null>;
/** The result of a call. A rejected call is a result too: no exception crosses the process boundary. */
export type Answered<C extends Channel> = Promise<Outcome<Value<C>>>;

export const channels = Object.keys(contract) as readonly Channel[]; // an object literal has exactly its type's keys
