import { lstat } from "node:fs/promises";
import { join } from "node:path";
import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { numberedName } from "../../core/stick/numbered-name.ts";
import { errnoOf } from "../lib/errno.ts";
import { stickFault } from "./stick-fault.ts";

const TRIES = 1_000;

/**
 * Returns the name if it is free, else the first free numbered one: `av_1_A.key`, `av_1_copy2_A.key`, … Asks the file
 * system, because only it knows whether it is case-sensitive. `folder` is a path, and may be missing.
 */
export async function freeName(folder: string, name: string): Promise<Outcome<string>> {
  const free = await takeFreeName(folder, name, async (path) => {
    if (await isTaken(path)) throw Object.assign(new Error(), { code: "EEXIST" });
  });
  return free.ok ? ok(free.value.name) : free;
}

/** A name that is now in use, its path, and the result of `take`. */
export interface TakenName<T> {
  readonly name: string;
  readonly path: string;
  readonly taken: T;
}

/**
 * Finds a free name like `freeName`, and takes it: `take` creates the path in one system call, and throws EEXIST when it
 * exists. So a file that appears between two tries is not replaced. `stick-name-taken` after 1,000 tries.
 */
export async function takeFreeName<T>(
  folder: string,
  name: string,
  take: (path: string) => Promise<T>,
): Promise<Outcome<TakenName<T>>> {
  for (let number = 1; number <= TRIES; number += 1) {
    const candidate = number === 1 ? name : numberedName(name, number);
    const path = join(folder, candidate);
    try {
      return ok({ name: candidate, path, taken: await take(path) });
    } catch (error) {
      if (errnoOf(error) !== "EEXIST") return err(stickFault(error));
    }
  }
  return err({ code: "stick-name-taken", file: name });
}

async function isTaken(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return false;
    throw error;
  }
}
