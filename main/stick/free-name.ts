import { lstat } from "node:fs/promises";
import { join } from "node:path";
import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { numberedName } from "../../core/stick/numbered-name.ts";
import { errnoOf } from "../lib/errno.ts";
import { stickFault } from "./stick-fault.ts";

const TRIES = 1_000;

/**
 * The name itself where nothing has it, else the first numbered one that is free: `av_1_A.key`, `av_1_copy2_A.key`, … The
 * question goes to the file system, which alone knows whether it tells case apart. `folder` is a path, and may be missing.
 */
export async function freeName(folder: string, name: string): Promise<Outcome<string>> {
  for (let number = 1; number <= TRIES; number += 1) {
    const candidate = number === 1 ? name : numberedName(name, number);
    try {
      await lstat(join(folder, candidate));
    } catch (error) {
      return errnoOf(error) === "ENOENT" ? ok(candidate) : err(stickFault(error));
    }
  }
  return err({ code: "stick-name-taken", file: name });
}
