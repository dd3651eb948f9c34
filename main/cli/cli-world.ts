import type { Language } from "../../core/settings.ts";
import type { Drives } from "../drives/drives.ts";
import type { FetchContext } from "../hops/fetch.ts";

/** All that a command touches of the world, passed in. */
export interface CliWorld {
  /** Both end when the text has been handed over whole. */
  readonly stdout: (text: string) => Promise<void>;
  readonly stderr: (text: string) => Promise<void>;
  /** Everything on standard input, as UTF-8. */
  readonly stdin: () => Promise<string>;
  readonly drives: Pick<Drives, "list">;
  readonly context: FetchContext;
  /** The system's, unless the command line names another. */
  readonly language: Language;
}
