import type { ProblemCode } from "../../core/problem.ts";
import type { NoticeCode } from "../../core/step-results.ts";
import type { ExitCode } from "../../main/cli/exit-code.ts";
import type { CliPlace } from "../fixtures/cli.ts";
import type { Play } from "./fault-server.ts";

/** One thing that can go wrong between Keyferry and ALAS (or that looks so and must not), and what the technician is to see. */
export interface Fault {
  readonly name: string;
  /** What the scene's server does when it is asked; absent where it is the scene itself that is at fault. */
  readonly play?: Play;
  readonly shows: Shows;
  /** How many requests for this fault a server is to see: one, unless said otherwise. */
  readonly requests?: number;
  /** Said in the table beside the fault's name. */
  readonly remark?: string;
}

/** A key by its name on the stick, ALAS's refusal by its code, anything else by the problem's code. */
export type Shows =
  | { readonly key: string; readonly warnings?: readonly NoticeCode[]; readonly bytes?: number }
  | { readonly refused: string }
  | { readonly failed: ProblemCode; readonly exit: ExitCode };

/** Where faults are played: one server, proxy or certificate. Faults that end with the same exit code share one start of the app. */
export interface Scene {
  readonly title: string;
  readonly faults: readonly Fault[];
  open(faults: readonly Fault[]): Promise<OpenScene>;
}

export interface OpenScene {
  readonly place: CliPlace;
  /** The asset IDs that a server was asked for, in the order in which it was asked. */
  asked(): Promise<readonly string[]> | readonly string[];
  close(): Promise<void>;
}

/** What a fault's row in the table says. */
export interface FaultRow {
  readonly fault: string;
  readonly shown: string;
  readonly exit: string;
  readonly requests: string;
  readonly stick: string;
}

/** The asset ID that stands for a scene's fault in its request: how a server knows which one to play. */
export const assetIdOf = (index: number): string => `fault-${String(index).padStart(2, "0")}`;
