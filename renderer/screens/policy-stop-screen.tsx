import type { Problem } from "../../core/problem.ts";
import { explainProblem } from "../../core/text/explain-problem.ts";
import { useAppContext } from "../app-context.tsx";
import { CopyButton } from "../parts/copy-button.tsx";
import { ProblemNote } from "../parts/problem-note.tsx";

interface PolicyStopProps {
  readonly problem: Problem;
  /** The version of Keyferry. */
  readonly version: string;
}

/** Replaces every screen while the site policy is unreadable: an unreadable rule must not count as lifted, so no step may run. */
export function PolicyStopScreen({ problem, version }: PolicyStopProps) {
  const { language, screens } = useAppContext();
  const { policy } = screens;
  const { message } = explainProblem(language, problem);
  return (
    <main>
      <h1>{policy.stopped.headline}</h1>
      <p className="sentence">{policy.stopped.sentence}</p>
      <ProblemNote problem={problem} />
      <CopyButton text={policy.forAdministrator(problem, message, version)}>{policy.copyForAdministrator}</CopyButton>
    </main>
  );
}
