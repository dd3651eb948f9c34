import { useEffect, useRef } from "react";
import type { Problem } from "../../core/problem.ts";
import { ProblemNote } from "./problem-note.tsx";

/** Why a button did not do what it says, beside it, and brought into sight: a small window may end right below the button. */
export function FailedCall({ problem }: { readonly problem: Problem | null }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) place.current?.scrollIntoView({ block: "nearest" });
  }, [problem]);
  if (!problem) return null;
  return (
    <div className="failed-call" ref={place}>
      <ProblemNote problem={problem} />
    </div>
  );
}
