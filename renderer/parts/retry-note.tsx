import type { Retry } from "../../core/journal/fetch-history.ts";
import { useAppContext } from "../app-context.tsx";
import { clockTime } from "../local-time.ts";
import { Countdown } from "./countdown.tsx";
import { WarningNote } from "./problem-note.tsx";
import { Unbroken } from "./unbroken.tsx";

interface RetryNoteProps {
  readonly retry: Retry;
  /** Whether the wait is over, by the clock that the trip was told. */
  readonly due: boolean;
  /** Where the wait is all there is to do: the headline says why and until when, here stands what can be done meanwhile. */
  readonly whole?: boolean;
}

/** After 2.1: the wait, its end, or that there is none. Its sentence changes twice and is heard then; the figures are not. */
export function RetryNote({ retry, due, whole = false }: RetryNoteProps) {
  const { retry: texts } = useAppContext().screens.fetch;
  if (retry.type === "spent") return <WarningNote>{texts.spent}</WarningNote>;
  const waiting = !due;
  return (
    <div className="retry">
      {waiting ? <Countdown until={retry.at} /> : null}
      <div>
        {waiting && whole ? null : <p role="status">{waiting ? texts.until(clockTime(retry.at)) : texts.over}</p>}
        {waiting ? (
          <p className="aside">
            <Unbroken>{texts.mayLeave}</Unbroken>
          </p>
        ) : null}
        {waiting && whole ? (
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
