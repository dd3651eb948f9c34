import type { Drive } from "../../../core/drives/drive.ts";
import { sizeText } from "../../../core/text/size-text.ts";
import { textsFor } from "../../../core/text/texts-for.ts";
import { untrusted } from "../../../core/text/untrusted.ts";
import type { CliContext } from "../cli-context.ts";
import { type CliResult, done, failed } from "../cli-result.ts";

/** Lists the drives, usable or not. */
export async function drivesCommand({ drives, language }: CliContext): Promise<CliResult> {
  const listed = await drives.list();
  if (!listed.ok) return failed(listed.error, language);
  const { cli, notices } = textsFor(language);
  const lines = listed.value.map((drive) => {
    const { path, label, description, bus, sizeBytes, freeBytes, readOnly, usable, reason, requests } = drive;
    const why = reason === null ? null : notices.driveReasons[reason];
    const parts = [
      untrusted(label || description || bus),
      sizeBytes === null ? null : sizeText(sizeBytes),
      freeBytes === null ? null : cli.free(sizeText(freeBytes)),
      readOnly ? cli.readOnly : null,
      requests > 0 ? cli.requests(requests) : null,
      why === null || usable ? why : cli.unusable(why),
    ];
    return `${path ?? "-"}  ${parts.filter((part) => part !== null).join(", ")}`;
  });
  return done({ drives: listed.value.map(asJson) }, lines.length > 0 ? lines : [cli.noDrives]);
}

// "hidden" is only for the window: the command lists system disks as well, with their reason.
function asJson({ hidden: _, ...shown }: Drive): Omit<Drive, "hidden"> {
  return shown;
}
