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

/** One call from the window to the main process: the schema of its input; its value's type exists for the compiler only. */
interface Call<S extends v.GenericSchema, T> {
  readonly input: S;
  readonly value?: T;
}
const call = <S extends v.GenericSchema, T>(input: S, _value: T | undefined): Call<S, T> => ({ input });
const returns = <T>(): T | undefined => undefined;

/** Pasted text is bounded before anything looks at it (characters). */
const Pasted = v.pipe(v.string(), v.maxLength(64 * 1024));
const Short = v.pipe(v.string(), v.maxLength(1000));
/** What was shown and what was confirmed go along with a fetch: the main process compares both with what it reads. */
const Confirmed = v.nullable(v.picklist(CONFIRM_REASONS));
const Requests = v.pipe(
  v.array(v.strictObject({ ticket: TicketIdSchema, ticketSha256: Sha256Schema, confirmed: Confirmed })),
  v.minLength(1),
  v.maxLength(5000),
);
const Tickets = v.pipe(v.array(TicketIdSchema), v.minLength(1), v.maxLength(5000));
/** A file that a scan called "by hand": its path below the stick, matched against a fresh scan and never opened as given. */
const ByHandFile = v.pipe(v.string(), v.minLength(1), v.maxLength(512));

/** What the window must know before it can draw its first screen. */
export interface Startup {
  readonly settings: Settings;
  readonly language: Language;
  readonly drives: readonly Drive[];
  readonly drivesProblem: Problem | null;
  readonly platform: Platform;
  readonly version: string;
  /** The rules of this site; while they cannot be read, nothing that they might forbid is done. */
  readonly policy: Outcome<SitePolicy>;
  /** Where keys for the console's upload are put, for show. */
  readonly deliverTo: string;
}

/** A folder for the console's upload after step 3, with what was copied there. */
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
  /** Why a stick cannot be written; null when nothing says that it cannot. */
  "stick.whyReadOnly": call(v.strictObject({ stick: DriveIdSchema }), returns<Problem | null>()),
  /** Mounts an unmounted stick, or says why one that is mounted does not answer. Gives the drives as they are then. */
  "stick.mount": call(v.strictObject({ stick: DriveIdSchema }), returns<readonly Drive[]>()),
  /** Done only when the system has confirmed that the stick may be pulled out. */
  "stick.eject": call(v.strictObject({ stick: DriveIdSchema }), returns<null>()),
  "stick.request": call(
    v.strictObject({
      stick: DriveIdSchema,
      pasted: Pasted,
      assetId: v.nullable(Short),
      note: v.nullable(Short),
      /** Whose name stands in the record; remembered for the next ones, unless the request names nobody. */
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
  /** The way to ALAS, step by step. On request only; it uses no activation. */
  "alas.reach": call(v.undefined(), returns<ReachReport>()),
  /** The answer to a proxy's question; null: nobody wants to sign in. Kept in the main process's memory only. */
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
  /** The details of a whole batch's failures fit in. */
  "text.copy": call(v.strictObject({ text: v.pipe(v.string(), v.maxLength(256 * 1024)) }), returns<null>()),
} as const;

/** What the main process tells the window unasked: payload only. */
export interface Events {
  readonly "drives.changed": readonly Drive[];
  /** The drives cannot be told at the moment; those told last still stand. */
  readonly "drives.failed": Problem;
  readonly "fetch.progress": FetchProgress;
  /** How far the scan of a stick is, when it takes longer than a second. */
  readonly "scan.progress": { readonly stick: DriveId; readonly progress: ScanProgress };
  /** A proxy asks who is there: the question that stands now; null when none does any more. */
  readonly "proxy.signInWanted": ProxyQuestion | null;
}

export type Contract = typeof contract;
export type Channel = keyof Contract;
export type EventName = keyof Events;
export type Input<C extends Channel> = v.InferOutput<Contract[C]["input"]>;
export type Value<C extends Channel> = NonNullable<Contract[C]["value"]> | Extract<Contract[C]["value"], null>;
/** Each call's answer, also when the call itself was refused: nothing is thrown across. */
export type Answered<C extends Channel> = Promise<Outcome<Value<C>>>;

export const channels = Object.keys(contract) as readonly Channel[]; // the keys of a literal are its type's keys
