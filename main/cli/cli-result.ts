import { unusualHost } from "../../core/link/url-host.ts";
import type { Problem } from "../../core/problem.ts";
import type { Language } from "../../core/settings.ts";
import type { NoticeCode } from "../../core/step-results.ts";
import { explainForCli } from "../../core/text/explain-for-cli.ts";
import { textsFor } from "../../core/text/texts-for.ts";
import { ExitCode, exitCodeOf } from "./exit-code.ts";

/** What a command has to say, to programs and to people, and what it ends with. */
export interface CliResult {
  readonly exit: ExitCode;
  /** The one JSON object. */
  readonly json: Readonly<Record<string, unknown>>;
  /** For people: what was done, on standard output. */
  readonly lines: readonly string[];
  /** For people: what was not, and what to mind, on standard error. */
  readonly complaints: readonly string[];
}

/** A problem as JSON: its code and what belongs to it ("alas", "name", "file", …), in words, and what to do. */
export const problemJson = (problem: Problem, language: Language) => ({
  ...problem,
  ...explainForCli(language, problem),
});

/** A problem for people. */
export function problemLines(problem: Problem, language: Language): readonly string[] {
  const { message, remedy } = explainForCli(language, problem);
  return [message, `  ${remedy}`];
}

/** Notices for people. */
export const noticeLines = (notices: readonly NoticeCode[], language: Language): readonly string[] =>
  notices.map((notice) => textsFor(language).notices.notices[notice]);

/** The server of a request, for people, where it is not the vendor's own. */
export function hostLines(host: string | null | undefined, language: Language): readonly string[] {
  const unusual = unusualHost(host ?? null);
  return unusual === null ? [] : [`  ${textsFor(language).cli.host(unusual)}`];
}

/** A command that did what it should; the JSON gets its `ok`. */
export const done = (
  json: Readonly<Record<string, unknown>>,
  lines: readonly string[],
  complaints: readonly string[] = [],
): CliResult => ({ exit: ExitCode.done, json: { ok: true, ...json }, lines, complaints });

/** A command that failed as a whole: its problem in both forms, and the exit code of its kind. */
export const failed = (problem: Problem, language: Language): CliResult => ({
  exit: exitCodeOf(problem),
  json: { ok: false, error: problemJson(problem, language) },
  lines: [],
  complaints: problemLines(problem, language),
});
