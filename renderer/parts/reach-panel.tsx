import { type ReachReport, type ReachStep, stateOf, verdictOn, whereItEnds } from "../../core/network/reach.ts";
import type { NetworkTexts } from "../../core/text/en/network-screens.ts";
import { explainReach } from "../../core/text/explain-reach.ts";
import { useAppContext } from "../app-context.tsx";
import type { Reach } from "../use-reach.ts";
import { CheckMark, WarningMark } from "./drawings.tsx";
import { ProblemBox, ProblemNote } from "./problem-note.tsx";

interface ReachPanelProps {
  readonly reach: Reach;
  check(): void;
}

/** Checks on request whether this computer reaches ALAS, and shows each step of the check. */
export function ReachPanel({ reach, check }: ReachPanelProps) {
  const words = useAppContext().screens.network.reach;
  const checking = reach.type === "checking";
  return (
    <section className="reach" aria-labelledby="reach-question">
      <h2 id="reach-question">{words.question}</h2>
      <p className="aside" id="reach-costs">
        {words.costsNothing}
      </p>
      {/* Stays during the check: removing the button would lose the focus. */}
      <button type="button" className="small" aria-disabled={checking} aria-describedby="reach-costs" onClick={check}>
        {reach.type === "done" ? words.checkAgain : words.check}
      </button>
      {checking ? <progress className="wide" aria-label={words.checking} /> : null}
      <p className={checking ? "aside" : "verdict"} role="status">
        <VerdictMark reach={reach} />
        {verdictText(reach, words)}
      </p>
      {reach.type === "done" && reach.outcome.ok ? <Steps report={reach.outcome.value} /> : null}
      {reach.type === "done" && !reach.outcome.ok ? <ProblemNote problem={reach.outcome.error} /> : null}
    </section>
  );
}

function VerdictMark({ reach }: { readonly reach: Reach }) {
  if (reach.type !== "done" || !reach.outcome.ok) return null;
  return verdictOn(reach.outcome.value) === "ok" ? <CheckMark /> : <WarningMark />;
}

function verdictText(reach: Reach, words: NetworkTexts["reach"]): string {
  if (reach.type === "checking") return words.checking;
  if (reach.type === "idle" || !reach.outcome.ok) return "";
  const end = whereItEnds(reach.outcome.value);
  if (end) return words.notReached(words.steps[end.step]);
  return verdictOn(reach.outcome.value) === "care" ? words.elsewhere : words.reached;
}

function Steps({ report }: { readonly report: ReachReport }) {
  return (
    <ol className="reach-steps">
      {report.steps.map((step) => (
        <Step key={step.step} step={step} />
      ))}
    </ol>
  );
}

const marks = { ok: <CheckMark />, care: <WarningMark />, failed: <WarningMark />, left: null, open: null } as const;

function Step({ step }: { readonly step: ReachStep }) {
  const { language, screens } = useAppContext();
  const words = screens.network.reach;
  const state = stateOf(step);
  const explained = step.error && explainReach(language, step.error);
  return (
    <li className={state}>
      <span className="sign">{marks[state]}</span>
      <div>
        <p className="what">
          <strong>{words.steps[step.step]}</strong>
          <span className="state">{words.states[state]}</span>
        </p>
        {step.detail ? <p className="detail">{words.detail(step.detail)}</p> : null}
        {explained ? (
          <ProblemBox message={explained.message} silent>
            <p>{explained.remedy}</p>
          </ProblemBox>
        ) : null}
      </div>
    </li>
  );
}
