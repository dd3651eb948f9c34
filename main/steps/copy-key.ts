import { mkdir } from "node:fs/promises";
import { MADE_UP_NAME } from "../../core/answer/alas-answer.ts";
import type { Outcome, Problem } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import type { CopiedKey } from "../../core/step-results.ts";
import type { TicketId } from "../../core/stick/records.ts";
import { stickFileName } from "../../core/stick/stick-file-name.ts";
import { fingerprintOf } from "../lib/sha256.ts";
import { readBack } from "../stick/read-back.ts";
import { stickFault } from "../stick/stick-fault.ts";
import { writeNewFile } from "../stick/write-new-file.ts";

/** A key that was read completely and passed all checks. */
export interface VerifiedKey {
  readonly ticketId: TicketId | null;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Creates the folder for the console's upload. Every failure is `target-unwritable`. */
export async function makeTarget(to: string): Promise<Outcome<void>> {
  try {
    await mkdir(to, { recursive: true });
    return ok(undefined);
  } catch (error) {
    return err(unwritable(stickFault(error)));
  }
}

/** Copies a key under a free name, replaces no file, and compares the copy with the key. */
export async function copyKeyToFolder(key: VerifiedKey, to: string): Promise<Outcome<CopiedKey>> {
  // The name may come from a stick's record: Windows may take it for a device ("CON.key"), a file dialogue may hide it.
  const written = await writeNewFile(to, stickFileName(key.name) ?? MADE_UP_NAME, key.bytes);
  if (!written.ok) return err(unwritable(written.error));
  const { path } = written.value;
  const same = await readBack(path, key.bytes, path);
  if (!same.ok) return err(unwritable(same.error));
  return ok({ ticketId: key.ticketId, path, ...fingerprintOf(key.bytes) });
}

const unwritable = (problem: Problem): Problem => ({
  code: "target-unwritable",
  detail: "detail" in problem ? problem.detail : problem.code,
});
