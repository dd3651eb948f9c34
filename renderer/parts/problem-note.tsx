import { type ReactNode, useEffect, useRef } from "react";
import type { Problem } from "../../core/problem.ts";
import { explainProblem } from "../../core/text/explain-problem.ts";
import { useAppContext } from "../app-context.tsx";
import { WarningMark } from "./drawings.tsx";
import { Unbroken } from "./unbroken.tsx";

interface ProblemBoxProps {
  readonly message: string;
  /** For the field's aria-describedby. */
  readonly id?: string;
  /** Whether it is no alert: one of several problems is read with the rest of the screen. */
  readonly silent?: boolean;
  readonly children?: ReactNode;
}

/** A problem's message, announced at once, with its remedy as children. */
export function ProblemBox({ message, id, silent = false, children }: ProblemBoxProps) {
  const { frame } = useAppContext().screens;
  return (
    <div className="note problem" id={id} role={silent ? undefined : "alert"}>
      <WarningMark />
      <div>
        <p className="saying">
          <span className="unseen">{frame.problem}: </span>
          <Unbroken>{message}</Unbroken>
        </p>
        {children}
      </div>
    </div>
  );
}

interface ProblemNoteProps extends Omit<ProblemBoxProps, "message"> {
  readonly problem: Problem;
}

/** A problem's message and remedy. */
export function ProblemNote({ problem, id, silent = false, children }: ProblemNoteProps) {
  const { language } = useAppContext();
  const { message, remedy } = explainProblem(language, problem);
  return (
    <ProblemBox message={message} silent={silent} {...(id ? { id } : {})}>
      <p>
        <Unbroken>{remedy}</Unbroken>
      </p>
      {children}
    </ProblemBox>
  );
}

/** Why a button failed. Scrolls into view, because a small window may end right below the button. */
export function FailedCall({ problem }: { readonly problem: Problem | null }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) box.current?.scrollIntoView({ block: "nearest" });
  }, [problem]);
  if (!problem) return null;
  return (
    <div className="failed-call" ref={box}>
      <ProblemNote problem={problem} />
    </div>
  );
}

/** A warning that does not stop the step. */
export function WarningNote({ children }: { readonly children: string }) {
  const { frame } = useAppContext().screens;
  return (
    <div className="note care">
      <WarningMark />
      <p>
        <span className="unseen">{frame.note}: </span>
        <Unbroken>{children}</Unbroken>
      </p>
    </div>
  );
}

/** A note on a saved key, which costs no activation. */
export const SavedNote = ({ children }: { readonly children: string }) => (
  <p className="kept">
    <Unbroken>{children}</Unbroken>
  </p>
);
