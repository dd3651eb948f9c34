import { unusualHost } from "../../core/link/url-host.ts";
import type { Problem } from "../../core/problem.ts";
import type { Language } from "../../core/settings.ts";
import type { NoticeCode } from "../../core/step-results.ts";
import { explainForCli } from "../../core/text/explain-for-cli.ts";
import { textsFor } from "../../core/text/texts-for.ts";
import { ExitCode, exitCodeOf } from "./exit-code.ts";

/** A command's output for programs and people, and its exit code. */
export interface CliResult {
  readonly exit: ExitCode;
  /** The only JSON object of the output. */
  readonly json: Readonly<Record<string, unknown>>;
  /** For people, on standard output: what was done. */
  readonly lines: readonly string[];
  /** For people, on standard error: what was not done, and warnings. */
  readonly complaints: readonly string[];
}

/** Returns a problem as JSON: its code and fields ("alas", "name", "file", …), the message and the remedy. */
export const problemJson = (problem: Problem, language: Language) => ({
  ...problem,
  ...explainForCli(language, problem),
});

/** Returns a problem as text for people. */
export function problemLines(problem: Problem, language: Language): readonly string[] {
  const { message, remedy } = explainForCli(language, problem);
  return [message, `  ${remedy}`];
}

/** Returns notices as text for people. */
export const noticeLines = (notices: readonly NoticeCode[], language: Language): readonly string[] =>
  notices.map((notice) => textsFor(language).notices.notices[notice]);

/** Returns the server of a request as text for people, if it is not the vendor's own. */
export function hostLines(host: string | null | undefined, language: Language): readonly string[] {
  const unusual = unusualHost(host ?? null);
  return unusual === null ? [] : [`  ${textsFor(language).cli.host(unusual)}`];
}

/** Returns the result of a command that succeeded. */
export const done = (
  json: Readonly<Record<string, unknown>>,
  lines: readonly string[],
  complaints: readonly string[] = [],
): CliResult => ({ exit: ExitCode.done, json: { ok: true, ...json }, lines, complaints });

/** Returns the result of a command that failed as a whole, with the exit code of its problem. */
export const failed = (problem: Problem, language: Language): CliResult => ({
  exit: exitCodeOf(problem),
  json: { ok: false, error: problemJson(problem, language) },
  lines: [],
  complaints: problemLines(problem, language),
});
