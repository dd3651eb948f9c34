import { readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { type Platform, platformOf } from "../../core/drives/platform.ts";
import { programsUsing } from "./programs-using.ts";
import { type RunTool, runTool } from "./run.ts";

/** What mounting, ejecting and asking for reasons needs of the system. Passed in: tests give what real systems said. */
export interface HostSystem {
  readonly platform: Platform;
  readonly run: RunTool;
  /** A small file of the system's own, such as /proc/self/mountinfo; "" where it cannot be read. */
  readText(path: string): Promise<string>;
  /** Names of programs that have something open below a path, where this can be told. */
  programsUsing(path: string): Promise<readonly string[]>;
  pause(ms: number): Promise<void>;
}

/** This computer. */
export const thisComputer: HostSystem = {
  platform: platformOf(process.platform),
  run: runTool,
  readText: (path) => readFile(path, "utf8").catch(() => ""),
  programsUsing,
  pause: async (ms) => {
    await setTimeout(ms);
  },
};
