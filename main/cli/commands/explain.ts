import { findAlasError } from "../../../core/answer/alas-errors.ts";
import { alasTextOf } from "../../../core/text/alas-texts.ts";
import { textsFor } from "../../../core/text/texts-for.ts";
import type { CliContext } from "../cli-context.ts";
import { type CliResult, done, failed } from "../cli-result.ts";
import type { CommandNamed } from "../command.ts";

/** Explains an ALAS code, given as a number or as a name. */
export function explainCommand({ code: wanted }: CommandNamed<"explain">, { language }: CliContext): CliResult {
  const found = findAlasError(wanted);
  if (found === undefined) return failed({ code: "alas-code-unknown", alas: wanted }, language);
  const { code, name, retry } = found;
  const { alas, cli } = textsFor(language);
  const { meaning, remedy, call } = alasTextOf(alas, code);
  return done({ code, name, meaning, remedy, call, retry }, [
    `${code} ${name}`,
    meaning,
    remedy,
    call,
    cli.retry[retry],
  ]);
}
