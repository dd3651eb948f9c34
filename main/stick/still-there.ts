import { setTimeout as delay } from "node:timers/promises";
import type { Outcome, Problem } from "../../core/problem.ts";
import { ok } from "../../core/result.ts";
import type { Stick } from "./stick.ts";

const TRIES = 30; // three seconds: a busy computer takes its time, and a stick that truly fails can wait
const PAUSE_MS = 100;

/**
 * Whether the stick is still there after it has failed. One that is pulled answers with an I/O error for a moment before
 * the system takes its device away: what is said then is that it was pulled, so after such an error it is waited for.
 */
export async function stillThere(stick: Stick, failure: Problem): Promise<Outcome<void>> {
  const tries = failure.code === "stick-io-error" ? TRIES : 1;
  for (let left = tries; left > 0; left -= 1) {
    const there = await stick.check();
    if (!there.ok && there.error.code !== "stick-io-error") return there;
    if (left > 1) await delay(PAUSE_MS);
  }
  return ok(undefined);
}
