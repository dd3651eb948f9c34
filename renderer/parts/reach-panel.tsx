import { type ReachReport, type ReachStep, stateOf, verdictOn, whereItEnds } from "../../core/network/reach.ts";
import type { NetworkTexts } from "../../core/text/en/network-screens.ts";
import { explainReach } from "../../core/text/explain-reach.ts";
import { useAppContext } from "../app-context.tsx";
import type { Reach } from "../use-reach.ts";
import { TickMark, WarningMark } from "./drawings.tsx";
import { ProblemBox, ProblemNote } from "./problem-note.tsx";

interface ReachPanelProps {
  readonly reach: Reach;
  ask(): void;
}

/** "Can this computer reach ALAS?", asked on request only, and answered step by step. */
export function ReachPanel({ reach, ask }: ReachPanelProps) {
  const words = useAppContext().screens.network.reach;
  const asking = reach.type === "asking";
  return (
    <section className="reach" aria-labelledby="reach-question">
      <h2 id="reach-question">{words.question}</h2>
      <p className="aside" id="reach-costs">
        {words.costsNothing}
      </p>
      {/* Not taken away while it works: the focus would be lost with it. */}
      <button type="button" className="small" aria-disabled={asking} aria-describedby="reach-costs" onClick={ask}>
        {reach.type === "told" ? words.checkAgain : words.check}
      </button>
      {asking ? <progress className="wide" aria-label={words.checking} /> : null}
      <p className={asking ? "aside" : "verdict"} role="status">
        <Mark reach={reach} />
        {said(reach, words)}
      </p>
      {reach.type === "told" && reach.outcome.ok ? <Steps report={reach.outcome.value} /> : null}
      {reach.type === "told" && !reach.outcome.ok ? <ProblemNote problem={reach.outcome.error} /> : null}
    </section>
  );
}

/** For the eye; the words beside it say the same. */
function Mark({ reach }: { readonly reach: Reach }) {
  if (reach.type !== "told" || !reach.outcome.ok) return null;
  return verdictOn(reach.outcome.value) === "ok" ? <TickMark /> : <WarningMark />;
}

function said(reach: Reach, words: NetworkTexts["reach"]): string {
  if (reach.type === "asking") return words.checking;
  if (reach.type === "unasked" || !reach.outcome.ok) return "";
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

const marks = { ok: <TickMark />, care: <WarningMark />, failed: <WarningMark />, left: null, open: null } as const;

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
          <ProblemBox saying={explained.message} calm>
            <p>{explained.remedy}</p>
          </ProblemBox>
        ) : null}
      </div>
    </li>
  );
}
