import { join } from "node:path";
import { judgeAnswer } from "../../core/answer/alas-answer.ts";
import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import type { NoticeCode } from "../../core/step-results.ts";
import { limits } from "../../core/stick/stick-layout.ts";
import { readFileSafely } from "../stick/entries.ts";
import type { StickReading } from "../stick/read-stick.ts";
import type { Stick } from "../stick/stick.ts";
import type { VerifiedKey } from "./copy-key.ts";

/** A key without a record, and the warnings for the technician. */
export interface KeyByHand {
  readonly key: VerifiedKey;
  readonly warnings: readonly NoticeCode[];
}

/**
 * Reads a key that a person saved by hand. `file` must be one that the scan found; no other path is opened. A browser may
 * have saved an error page as .key, so the content is judged like an answer of ALAS.
 */
export async function keyByHand(stick: Stick, { contents }: StickReading, file: string): Promise<Outcome<KeyByHand>> {
  const found = contents.byHand.keys.find((key) => key.file === file);
  if (found === undefined) return err({ code: "by-hand-unusable", file });
  const names = found.file.split("/");
  const bytes = await readFileSafely(join(stick.root, ...names), limits.key, found.file);
  if (!bytes.ok) return bytes;
  const name = (names.at(-1) ?? "").replaceAll('"', "");
  const saved = {
    status: 200,
    contentType: null,
    contentDisposition: `attachment; filename="${name}"`,
    bytes: bytes.value,
  };
  const judgement = judgeAnswer(saved);
  switch (judgement.outcome) {
    case "key": {
      const key = { ticketId: null, name: judgement.fileName, bytes: bytes.value };
      return ok({ key, warnings: ["key-without-record", ...judgement.warnings] });
    }
    case "refused":
      return err(judgement.refusal);
    case "failed":
      return err({ code: "file-not-a-key", file }); // the failure's own remedy is for Computer A, which fetches
  }
}
