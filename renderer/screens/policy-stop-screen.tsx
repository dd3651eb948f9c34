import type { Problem } from "../../core/problem.ts";
import { explainProblem } from "../../core/text/explain-problem.ts";
import { useAppContext } from "../app-context.tsx";
import { CopyButton } from "../parts/copy-button.tsx";
import { ProblemNote } from "../parts/problem-note.tsx";

interface PolicyStopProps {
  readonly problem: Problem;
  /** The program's. */
  readonly version: string;
}

/** In place of every screen: a rule that cannot be read must not be lifted by that, so there is nothing to go on with. */
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
