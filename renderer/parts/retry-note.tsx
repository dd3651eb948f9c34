import type { Retry } from "../../core/journal/fetch-history.ts";
import { useAppContext } from "../app-context.tsx";
import { clockTime } from "../local-time.ts";
import { Countdown } from "./countdown.tsx";
import { WarningNote } from "./problem-note.tsx";
import { Unbroken } from "./unbroken.tsx";

interface RetryNoteProps {
  readonly retry: Retry;
  /** Whether the wait is over by the trip's clock. */
  readonly due: boolean;
  /** Lists what can be done while waiting. For a screen whose headline already gives the reason and the end of the wait. */
  readonly detailed?: boolean;
}

/** The wait for a retry after error 2.1. Screen readers announce each change of its sentence, but not the countdown. */
export function RetryNote({ retry, due, detailed = false }: RetryNoteProps) {
  const { retry: texts } = useAppContext().screens.fetch;
  if (retry.type === "spent") return <WarningNote>{texts.spent}</WarningNote>;
  const waiting = !due;
  return (
    <div className="retry">
      {waiting ? <Countdown until={retry.at} /> : null}
      <div>
        {waiting && detailed ? null : <p role="status">{waiting ? texts.until(clockTime(retry.at)) : texts.over}</p>}
        {waiting ? (
          <p className="aside">
            <Unbroken>{texts.mayLeave}</Unbroken>
          </p>
        ) : null}
        {waiting && detailed ? (
          <>
            <h2>{texts.meanwhileTitle}</h2>
            <ul className="meanwhile">
              {texts.meanwhile.map((each) => (
                <li key={each}>
                  <Unbroken>{each}</Unbroken>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </div>
  );
}
