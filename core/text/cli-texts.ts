import type { AlasRetry } from "../answer/alas-errors.ts";
import type { ProblemCode } from "../problem.ts";
import type { LicenseStatus } from "../status/license-status.ts";

/** One language's words for the command line, where people read it. JSON holds none of them but messages and remedies. */
export interface CliTexts {
  readonly usage: string;
  readonly noDrives: string;
  readonly free: (size: string) => string;
  readonly readOnly: string;
  readonly unusable: (reason: string) => string;
  readonly requests: (count: number) => string;
  readonly written: (folder: string) => string;
  readonly trimmed: (what: string) => string;
  readonly assetId: (id: string | null) => string;
  readonly emptyStick: string;
  readonly byHand: (file: string) => string;
  readonly foreign: (file: string) => string;
  readonly nothingToFetch: string;
  readonly fetched: (file: string, size: string) => string;
  readonly kept: (path: string) => string;
  readonly keptAnswer: (path: string) => string;
  /** How far a fetch of several has come. */
  readonly progress: (done: number, total: number) => string;
  /** The server of a URL, where it is not the vendor's own. */
  readonly host: (host: string) => string;
  /** A request that an unnamed fetch left, and how to fetch it. */
  readonly notFetched: (reason: string, options: string) => string;
  readonly delivered: (path: string) => string;
  readonly uploadNow: string;
  readonly licence: Readonly<Record<LicenseStatus["state"], string>>;
  readonly expiresIn: (days: number, hours: number) => string;
  readonly expiresAt: (moment: string) => string;
  readonly licenceType: (type: string) => string;
  readonly lastCheck: (moment: string) => string;
  readonly retry: Readonly<Record<AlasRetry, string>>;
  /** What to do with commands and options: instead of a remedy that speaks of what the window shows. */
  readonly remedies: Readonly<Partial<Record<ProblemCode, string>>>;
}
