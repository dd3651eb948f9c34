import { readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { type Platform, platformOf } from "../../core/drives/platform.ts";
import { programsUsing } from "./programs-using.ts";
import { type RunTool, runTool } from "./run.ts";

/** The operating system, for mounting, ejecting and finding reasons. Tests replace it with recorded output of real systems. */
export interface HostSystem {
  readonly platform: Platform;
  readonly run: RunTool;
  /** Reads a small system file such as /proc/self/mountinfo; "" when it cannot be read. */
  readText(path: string): Promise<string>;
  /** Names the programs that have files open below a path, if the system tells. */
  programsUsing(path: string): Promise<readonly string[]>;
  pause(ms: number): Promise<void>;
}

export const thisComputer: HostSystem = {
  platform: platformOf(process.platform),
  run: runTool,
  readText: (path) => readFile(path, "utf8").catch(() => ""),
  programsUsing,
  pause: async (ms) => {
    await setTimeout(ms);
  },
};
