import type { Language } from "../../../core/settings.ts";
import { type LicenseStatus, parseLicenseStatus } from "../../../core/status/license-status.ts";
import { textsFor } from "../../../core/text/texts-for.ts";
import { untrusted } from "../../../core/text/untrusted.ts";
import type { CliContext } from "../cli-context.ts";
import { type CliResult, done, failed } from "../cli-result.ts";
import type { CommandNamed } from "../command.ts";

/** Parses a console's status block. */
export async function statusCommand({ text }: CommandNamed<"status">, cliContext: CliContext): Promise<CliResult> {
  const { language } = cliContext;
  const status = parseLicenseStatus(text === "-" ? await cliContext.stdin() : text);
  if (!status.ok) return failed(status.error, language);
  return done({ status: status.value }, linesOf(status.value, language));
}

function linesOf(status: LicenseStatus, language: Language): readonly string[] {
  const { state, expiresInHours, expiresAt, type, lastCheck, assetId } = status;
  const { cli } = textsFor(language);
  return [
    cli.licence[state],
    expiresInHours === null ? null : cli.expiresIn(Math.floor(expiresInHours / 24), expiresInHours % 24),
    expiresAt === null ? null : cli.expiresAt(untrusted(expiresAt)),
    type === null ? null : cli.licenceType(untrusted(type)),
    lastCheck === null ? null : cli.lastCheck(untrusted(lastCheck)),
    assetId === null ? null : cli.assetId(untrusted(assetId)),
  ].filter((text) => text !== null);
}
