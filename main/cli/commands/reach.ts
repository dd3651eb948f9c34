import { type ReachStep, stateOf, verdictOn, whereItEnds } from "../../../core/network/reach.ts";
import type { Language } from "../../../core/settings.ts";
import { explainReach } from "../../../core/text/explain-reach.ts";
import { screensFor } from "../../../core/text/screens-for.ts";
import type { CliContext } from "../cli-context.ts";
import { type CliResult, done } from "../cli-result.ts";
import { exitCodeOf } from "../exit-code.ts";

/** Checks step by step whether ALAS can be reached, without using an activation. */
export async function reachCommand({ reach, language }: Pick<CliContext, "reach" | "language">): Promise<CliResult> {
  const report = await reach();
  const words = screensFor(language).network.reach;
  const steps = report.steps.map((step) => asJson(step, language));
  const lines = report.steps.map((step) => lineOf(step, language));
  const end = whereItEnds(report);
  if (end === null) return done({ steps }, [...lines, verdictOn(report) === "care" ? words.elsewhere : words.reached]);
  const error = { ...end.problem, ...explainReach(language, end.problem) };
  const complaints = [words.notReached(words.steps[end.step]), error.message, `  ${error.remedy}`];
  return { exit: exitCodeOf(end.problem), json: { ok: false, error, steps }, lines, complaints };
}

function asJson({ step, ok, detail, error }: ReachStep, language: Language) {
  const { reach } = screensFor(language).network;
  return {
    step,
    ok,
    detail: detail === null ? null : reach.detail(detail),
    error: error === null ? null : { ...error, ...explainReach(language, error) },
  };
}

function lineOf(step: ReachStep, language: Language): string {
  const { steps, states, detail } = screensFor(language).network.reach;
  const head = `${steps[step.step]}: ${states[stateOf(step)]}`;
  return step.detail === null ? head : `${head}  ${detail(step.detail)}`;
}
