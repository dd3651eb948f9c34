import type { ReachReport } from "../../core/network/reach.ts";
import type { Problem } from "../../core/problem.ts";
import type { Language } from "../../core/settings.ts";
import type { Drives } from "../drives/drives.ts";
import type { FetchContext } from "../steps/fetch-context.ts";

/** Everything outside the command line that a command uses. */
export interface CliContext {
  /** Both resolve when the whole text has been written. */
  readonly stdout: (text: string) => Promise<void>;
  readonly stderr: (text: string) => Promise<void>;
  /** Prints the progress of a running command; absent when a program reads the output. */
  readonly progress?: (line: string) => void;
  /** Reads all of standard input and detects its encoding. */
  readonly stdin: () => Promise<string>;
  readonly drives: Pick<Drives, "list">;
  readonly context: FetchContext;
  /** Checks whether ALAS can be reached from this computer. */
  readonly reach: () => Promise<ReachReport>;
  /** Aborts when the process gets an ending signal; the reason is the signal's name. Absent without such signals. */
  readonly cancelled?: AbortSignal;
  /** Why the site's policy cannot be used; null when it can be used or there is none. */
  readonly policyProblem: Problem | null;
  /** The system's language, unless the command line names another one. */
  readonly language: Language;
}
