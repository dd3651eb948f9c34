import type { Language } from "../../../core/settings.ts";
import type { NoticeCode } from "../../../core/step-results.ts";
import type { StickContents, StickRequest } from "../../../core/stick/stick-contents.ts";
import { anotherStickText } from "../../../core/text/another-stick-text.ts";
import { stateText } from "../../../core/text/state-text.ts";
import { textsFor } from "../../../core/text/texts-for.ts";
import { untrusted } from "../../../core/text/untrusted.ts";
import { scanStick } from "../../steps/scan.ts";
import type { CliContext } from "../cli-context.ts";
import { type CliResult, done, failed, hostLines, problemJson, problemLines } from "../cli-result.ts";
import type { CommandNamed } from "../command.ts";
import { stickOfDrive } from "../stick-of-drive.ts";

/** Lists the contents of a stick. Damaged contents are part of the result; the command succeeds. */
export async function scanCommand({ drive }: CommandNamed<"scan">, cliContext: CliContext): Promise<CliResult> {
  const { context, language, progress } = cliContext;
  const stick = await stickOfDrive(drive, cliContext);
  if (!stick.ok) return failed(stick.error, language);
  const { cli, notices } = textsFor(language);
  const scanned = await scanStick(stick.value, context, ({ done, total }) => progress?.(cli.scanProgress(done, total)));
  if (!scanned.ok) return failed(scanned.error, language);
  const { requests, byHand, foreign, another } = scanned.value;
  const warnings: readonly NoticeCode[] = another === undefined ? [] : ["another-stick"];
  const lines = requests.length > 0 ? requests.flatMap((request) => linesOf(request, language)) : [cli.emptyStick];
  const found = [
    ...byHand.urls.flatMap(({ file, host }) => [cli.byHand(untrusted(file)), ...hostLines(host, language)]),
    ...byHand.keys.map(({ file }) => cli.byHand(untrusted(file))),
  ];
  return done(
    { tickets: requests.map((request) => asJson(request, language)), byHand: byHandJson(byHand), foreign, warnings },
    [...lines, ...found],
    [
      ...foreign.map((file) => cli.foreign(untrusted(file))),
      ...(another === undefined ? [] : [anotherStickText(notices, another)]),
    ],
  );
}

function asJson(request: StickRequest, language: Language) {
  const { id, folder, assetId, state, next, problems, keyFile, refusal } = request;
  return {
    id,
    folder,
    assetId,
    state,
    next,
    problems: problems.map((problem) => problemJson(problem, language)),
    keyFile: keyFile?.name ?? null,
    error: refusal === null ? null : problemJson({ code: "alas-refused", ...refusal }, language),
  };
}

const byHandJson = ({ urls, keys }: StickContents["byHand"]) => ({
  urls: urls.map(({ file, assetId }) => ({ file, assetId })),
  keys,
});

function linesOf({ folder, assetId, host, state, next, problems, keyFile, refusal }: StickRequest, language: Language) {
  const { cli, notices } = textsFor(language);
  const shown = assetId === null ? null : untrusted(assetId);
  const key = keyFile === null ? "" : `: ${keyFile.name}`;
  const why = refusal === null ? problems : [...problems, { code: "alas-refused", ...refusal } as const];
  return [
    `${untrusted(folder)}  ${cli.assetId(shown)}  ${stateText(notices, { state, problems })}${key}`,
    ...hostLines(host, language),
    ...why.flatMap((problem) => problemLines(problem, language)).map((text) => `  ${text}`),
    `  ${notices.nextSteps[next]}`,
  ];
}
