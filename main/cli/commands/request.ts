import type { Trim } from "../../../core/step-results.ts";
import { textsFor } from "../../../core/text/texts-for.ts";
import { saveRequest } from "../../steps/request.ts";
import { withOperator } from "../../steps/with-operator.ts";
import type { CliContext } from "../cli-context.ts";
import { type CliResult, done, failed, hostLines, noticeLines } from "../cli-result.ts";
import type { CommandNamed } from "../command.ts";
import { stickOfDrive } from "../stick-of-drive.ts";

/** Runs step 1: saves the link on the stick. */
export async function requestCommand(command: CommandNamed<"request">, cliContext: CliContext): Promise<CliResult> {
  const { language } = cliContext;
  const { drive, url, operator, name: _, ...input } = command;
  const context = withOperator(cliContext.context, operator);
  const stick = await stickOfDrive(drive, cliContext);
  if (!stick.ok) return failed(stick.error, language);
  const pasted = url === "-" ? await cliContext.stdin() : url;
  const requested = await saveRequest(stick.value, { ...input, pasted }, context);
  if (!requested.ok) return failed(requested.error, language);
  const { ticket, host, trimmed, warnings, verified } = requested.value;
  const { cli, notices } = textsFor(language);
  const words = (trims: readonly Trim[]): string => trims.map((trim) => notices.trims[trim]).join(", ");
  return done(
    { ticket, trimmed, warnings, verified },
    [
      cli.written(ticket.folder),
      cli.assetId(ticket.assetId),
      ...hostLines(host, language),
      ...(trimmed.length > 0 ? [cli.trimmed(words(trimmed))] : []),
      notices.nextSteps.fetch,
    ],
    noticeLines(warnings, language),
  );
}
