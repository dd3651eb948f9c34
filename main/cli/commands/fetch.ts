import type { Language } from "../../../core/settings.ts";
import type { FetchProgress, FetchResult, NoticeCode } from "../../../core/step-results.ts";
import type { TicketId } from "../../../core/stick/records.ts";
import { sizeText } from "../../../core/text/size-text.ts";
import { textsFor } from "../../../core/text/texts-for.ts";
import { type FetchInput, type FetchPlanned, fetchKeys } from "../../steps/fetch.ts";
import type { LeftRequest } from "../../steps/fetch-plan.ts";
import { withOperator } from "../../steps/with-operator.ts";
import type { CliContext } from "../cli-context.ts";
import { type CliResult, done, failed, hostLines, noticeLines, problemJson, problemLines } from "../cli-result.ts";
import type { CommandNamed } from "../command.ts";
import { exitCodeOfAll } from "../exit-code.ts";
import { stickOfDrive } from "../stick-of-drive.ts";

type NotFetched = Exclude<FetchResult, { outcome: "key" }>;

/** Runs step 2: gets the keys. Each result has its own problem; the first problem is also the command's error. */
export async function fetchCommand(command: CommandNamed<"fetch">, cliContext: CliContext): Promise<CliResult> {
  const { language } = cliContext;
  const { drive, operator } = command;
  const context = withOperator(cliContext.context, operator);
  const stick = await stickOfDrive(drive, cliContext);
  if (!stick.ok) return failed(stick.error, language);
  const tracker = trackFetch(cliContext);
  const fetched = await fetchKeys(
    stick.value,
    { ...wantedBy(command), ...tracker, ...given(cliContext.cancelled) },
    context,
  );
  if (!fetched.ok) return failed(fetched.error, language);
  const results = fetched.value;
  const json = { results: results.map((result) => asJson(result, language)), left: tracker.left };
  const lines =
    results.length > 0
      ? results.flatMap((result) => [
          ...linesOf(result, language),
          ...hostLines(tracker.hosts.get(result.ticketId), language),
        ])
      : [textsFor(language).cli.nothingToFetch];
  const complaints = [
    ...results.flatMap((result) => complaintsOf(result, language)),
    ...tracker.left.map((left) => leftLine(left, language)),
  ];
  const problems = results.map((result) => (result.outcome === "key" ? null : result.error));
  const first = problems.find((problem) => problem !== null);
  if (!first) return done(json, lines, complaints);
  const error = problemJson(first, language);
  return { exit: exitCodeOfAll(problems), json: { ok: false, error, ...json }, lines, complaints };
}

const given = (signal: AbortSignal | undefined) => (signal ? { signal } : {});
/** Returns the requests to fetch. Naming a request confirms it. */
export function wantedBy({ tickets, byHand, again }: Omit<CommandNamed<"fetch">, "name" | "drive">): FetchInput {
  const confirmed = again ? "again" : "named";
  return {
    ...(tickets === undefined ? {} : { requests: tickets.map((ticket) => ({ ticket, confirmed })) }),
    ...(byHand === undefined ? {} : { byHand: { file: byHand, confirmed } }),
  };
}

function leftLine({ ticketId, reason }: LeftRequest, language: Language): string {
  const { cli, notices } = textsFor(language);
  const again = reason === "limit-reached" || reason === "wait-not-over" ? " --again" : "";
  return `${ticketId}  ${cli.notFetched(notices.fetchReasons[reason], `--ticket ${ticketId}${again}`)}`;
}

/** Prints the progress after each of several requests, and collects the requests that were not fetched. */
function trackFetch({ progress, language }: CliContext) {
  const { cli } = textsFor(language);
  const left: LeftRequest[] = [];
  const hosts = new Map<TicketId, string | null>();
  let total = 0;
  let ended = 0;
  return {
    left,
    hosts,
    onPlan: (plan: FetchPlanned): void => {
      total = plan.requests.length;
      for (const { ticketId, host } of plan.requests) hosts.set(ticketId, host);
      left.push(...plan.left);
    },
    onProgress: ({ ticketId, phase }: FetchProgress): void => {
      if (phase !== "done") return;
      ended += 1;
      if (total > 1) progress?.(`${ticketId}  ${cli.progress(ended, total)}`);
    },
  };
}

function asJson(result: FetchResult, language: Language) {
  const { ticketId, outcome, verified } = result;
  if (result.outcome === "key") {
    const { keyFile, bytes, sha256, warnings, fromStore = false } = result;
    return { ticketId, outcome, keyFile, bytes, sha256, error: null, verified, warnings, fromStore };
  }
  const error = problemJson(result.error, language);
  const { kept = null, keptIs = null, counted = "no" } = result;
  const none = { keyFile: null, bytes: null, sha256: null };
  return { ticketId, outcome, ...none, error, verified, warnings: noticesOf(result), counted, kept, keptIs };
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
  const explained = [`${result.ticketId}  ${message}`, ...rest];
  const { cli } = textsFor(language);
  const where = result.keptIs === "key" ? cli.kept : cli.keptAnswer;
  const kept = result.kept === undefined ? [] : [where(result.kept)];
  return [...explained, ...noticeLines(noticesOf(result), language), ...kept];
}

function noticesOf({ counted, kept, keptIs }: NotFetched): readonly NoticeCode[] {
  if (kept !== undefined && keptIs === "key") return ["key-kept-on-this-computer"];
  return counted === "perhaps" ? ["may-have-counted"] : [];
}
