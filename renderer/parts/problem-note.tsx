import type { ReactNode } from "react";
import type { Problem } from "../../core/problem.ts";
import { explainProblem } from "../../core/text/explain-problem.ts";
import { useAppContext } from "../app-context.tsx";
import { WarningMark } from "./drawings.tsx";
import { Unbroken } from "./unbroken.tsx";

interface ProblemBoxProps {
  readonly saying: string;
  /** For the field that it belongs to. */
  readonly id?: string;
  /** One of several: read with the rest of the screen, not called out. */
  readonly calm?: boolean;
  readonly children?: ReactNode;
}

/** What is wrong, heard at once, with what can be done about it. */
export function ProblemBox({ saying, id, calm = false, children }: ProblemBoxProps) {
  const { frame } = useAppContext().screens;
  return (
    <div className="note problem" id={id} role={calm ? undefined : "alert"}>
      <WarningMark />
      <div>
        <p className="saying">
          <span className="unseen">{frame.problem}: </span>
          <Unbroken>{saying}</Unbroken>
        </p>
        {children}
      </div>
    </div>
  );
}

interface ProblemNoteProps extends Omit<ProblemBoxProps, "saying"> {
  readonly problem: Problem;
}

/** A problem and its remedy, at the place where it arose. */
export function ProblemNote({ problem, id, calm = false, children }: ProblemNoteProps) {
  const { language } = useAppContext();
  const { message, remedy } = explainProblem(language, problem);
  return (
    <ProblemBox saying={message} calm={calm} {...(id ? { id } : {})}>
      <p>
        <Unbroken>{remedy}</Unbroken>
      </p>
      {children}
    </ProblemBox>
  );
}

/** Worth a word, but no reason to stop. */
export function WarningNote({ children }: { readonly children: string }) {
  const { frame } = useAppContext().screens;
  return (
    <div className="note care">
      <WarningMark />
      <p>
        <span className="unseen">{frame.care}: </span>
        <Unbroken>{children}</Unbroken>
      </p>
    </div>
  );
}

/** What is kept, and so costs nothing. */
export const KeptNote = ({ children }: { readonly children: string }) => (
  <p className="kept">
    <Unbroken>{children}</Unbroken>
  </p>
);
