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

/** A key that was read whole and found to be what it must be. */
export interface VerifiedKey {
  readonly ticketId: TicketId | null;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Makes the folder for the console's upload. All that can be wrong with it is `target-unwritable`. */
export async function makeTarget(to: string): Promise<Outcome<void>> {
  try {
    await mkdir(to, { recursive: true });
    return ok(undefined);
  } catch (error) {
    return err(unwritable(stickFault(error)));
  }
}

/** Copies a key under a name that is free, replacing no file, and compares the copy with what was read. */
export async function copyKeyToFolder(key: VerifiedKey, to: string): Promise<Outcome<CopiedKey>> {
  // What a stick's record may call its key, Windows may take for a device ("CON.key") and a file dialogue may hide.
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
