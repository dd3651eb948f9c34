import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import type { Outcome } from "../../core/problem.ts";
import { err } from "../../core/result.ts";
import { errnoOf } from "../lib/errno.ts";
import type { Stick } from "../stick/stick.ts";
import { stickFault } from "../stick/stick-fault.ts";
import { stickAtRoot } from "./stick-at-root.ts";

/** Returns a folder as a stick, as chosen in the window or on the command line. `stick-not-found` when it is no folder. */
export async function stickAtFolder(path: string): Promise<Outcome<Stick>> {
  try {
    return await stickAtRoot(await realpath(resolve(path)));
  } catch (error) {
    const errno = errnoOf(error);
    const none = errno === "ENOENT" || errno === "ENOTDIR" || errno === null; // null: a path that no system accepts
    return err(none ? { code: "stick-not-found" } : stickFault(error));
  }
}
