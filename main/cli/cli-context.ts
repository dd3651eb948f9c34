import type { ReachReport } from "../../core/network/reach.ts";
import type { Problem } from "../../core/problem.ts";
import type { Language } from "../../core/settings.ts";
import type { Drives } from "../drives/drives.ts";
import type { FetchContext } from "../steps/fetch-context.ts";

/** All that a command touches of the world, passed in. */
export interface CliContext {
  /** Both end when the text has been handed over whole. */
  readonly stdout: (text: string) => Promise<void>;
  readonly stderr: (text: string) => Promise<void>;
  /** Says how far a command has come, while it runs; absent where a program reads the answer. */
  readonly progress?: (line: string) => void;
  /** Everything on standard input, its encoding recognised. */
  readonly stdin: () => Promise<string>;
  readonly drives: Pick<Drives, "list">;
  readonly context: FetchContext;
  /** Whether ALAS can be reached from here. */
  readonly reach: () => Promise<ReachReport>;
  /** Aborted when the process is told to end, with the signal's name as its reason; absent where nothing ends a command. */
  readonly cancelled?: AbortSignal;
  /** Why the site's policy cannot be used; null when it can, or where there is none. */
  readonly policyProblem: Problem | null;
  /** The system's, unless the command line names another. */
  readonly language: Language;
}
