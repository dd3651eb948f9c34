import { textsFor } from "../../../core/text/texts-for.ts";
import { deliverKeys } from "../../steps/deliver.ts";
import { withOperator } from "../../steps/with-operator.ts";
import type { CliContext } from "../cli-context.ts";
import { type CliResult, done, failed, noticeLines } from "../cli-result.ts";
import type { CommandNamed } from "../command.ts";
import { stickOfDrive } from "../stick-of-drive.ts";

/** Runs step 3: copies keys to a folder for the upload. */
export async function deliverCommand(command: CommandNamed<"deliver">, cliContext: CliContext): Promise<CliResult> {
  const { language } = cliContext;
  const { drive, operator, name: _, ...input } = command;
  const context = withOperator(cliContext.context, operator);
  const stick = await stickOfDrive(drive, cliContext);
  if (!stick.ok) return failed(stick.error, language);
  const delivered = await deliverKeys(stick.value, input, context);
  if (!delivered.ok) return failed(delivered.error, language);
  const { files, warnings } = delivered.value;
  const { cli } = textsFor(language);
  const lines = [...files.map(({ path }) => cli.delivered(path)), cli.uploadNow];
  return done({ files, warnings }, lines, noticeLines(warnings, language));
}
