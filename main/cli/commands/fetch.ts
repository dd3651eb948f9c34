import type { FetchResult } from "../../../core/hop-results.ts";
import type { Language } from "../../../core/settings.ts";
import { sizeText } from "../../../core/text/size-text.ts";
import { textsFor } from "../../../core/text/texts-for.ts";
import { folderStick } from "../../drives/open-folder.ts";
import { fetchHop } from "../../hops/fetch.ts";
import { type CliResult, done, failed, noticeLines, problemJson, problemLines } from "../cli-result.ts";
import type { CliWorld } from "../cli-world.ts";
import type { CommandNamed } from "../command.ts";
import { exitCodeOfAll } from "../exit-code.ts";

/** Hop 2. What went wrong with one request stands with its result; the first of them is the command's error, too. */
export async function fetchCommand(command: CommandNamed<"fetch">, world: CliWorld): Promise<CliResult> {
  const { context, language } = world;
  const { drive, name: _, ...input } = command;
  const stick = await folderStick(drive);
  if (!stick.ok) return failed(stick.error, language);
  const fetched = await fetchHop(stick.value, input, context);
  if (!fetched.ok) return failed(fetched.error, language);
  const results = fetched.value;
  const json = { results: results.map((result) => asJson(result, language)) };
  const lines =
    results.length > 0
      ? results.flatMap((result) => linesOf(result, language))
      : [textsFor(language).cli.nothingToFetch];
  const complaints = results.flatMap((result) => complaintsOf(result, language));
  const problems = results.map((result) => (result.outcome === "key" ? null : result.error));
  const first = problems.find((problem) => problem !== null);
  if (!first) return done(json, lines, complaints);
  const error = problemJson(first, language);
  return { exit: exitCodeOfAll(problems), json: { ok: false, error, ...json }, lines, complaints };
}

function asJson(result: FetchResult, language: Language) {
  const { ticketId, outcome, verified } = result;
  if (result.outcome === "key") {
    const { keyFile, bytes, sha256, warnings } = result;
    return { ticketId, outcome, keyFile, bytes, sha256, error: null, verified, warnings };
  }
  const error = problemJson(result.error, language);
  const kept = result.kept ?? null;
  return { ticketId, outcome, keyFile: null, bytes: null, sha256: null, error, verified, warnings: [], kept };
}

function linesOf(result: FetchResult, language: Language): readonly string[] {
  if (result.outcome !== "key") return [];
  const { cli, notices } = textsFor(language);
  return [
    `${result.ticketId}  ${cli.fetched(result.keyFile, sizeText(result.bytes))}`,
    `  ${notices.nextSteps.deliver}`,
  ];
}

function complaintsOf(result: FetchResult, language: Language): readonly string[] {
  if (result.outcome === "key") return noticeLines(result.warnings, language);
  const [message = "", ...rest] = problemLines(result.error, language);
  const told = [`${result.ticketId}  ${message}`, ...rest];
  if (result.kept === undefined) return told;
  const { cli } = textsFor(language);
  return [...told, ...noticeLines(["key-kept-on-this-computer"], language), cli.kept(result.kept)];
}
