import { useEffect, useState } from "react";
import { RETRY_WAIT_MS } from "../../core/journal/fetch-history-of.ts";
import { useAppContext } from "../app-context.tsx";

const TOTAL_S = RETRY_WAIT_MS / 1000;

/** Shows the remaining time of a wait as a ring and as minutes and seconds. Only this part is redrawn each second. */
export function Countdown({ until }: { readonly until: number }) {
  const { screens } = useAppContext();
  const left = useSecondsUntil(until);
  const figures = `${pad(Math.floor(left / 60))}:${pad(left % 60)}`;
  return (
    <p className="countdown">
      <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
        <circle className="track" cx="24" cy="24" r="20" />
        <circle
          className="left"
          cx="24"
          cy="24"
          r="20"
          pathLength={TOTAL_S}
          strokeDasharray={`${left} ${TOTAL_S}`}
          transform="rotate(-90 24 24)"
        />
      </svg>
      <span role="timer">
        <span className="unseen">{screens.fetch.retry.left}: </span>
        {figures}
      </span>
    </p>
  );
}

const pad = (figure: number): string => String(figure).padStart(2, "0");

/** Returns the whole seconds until then, at most the full wait: setting the clock back does not lengthen it. */
function useSecondsUntil(until: number): number {
  const { now } = useAppContext();
  const secondsLeft = () => Math.min(Math.max(Math.ceil((until - now()) / 1000), 0), TOTAL_S);
  const [seconds, setSeconds] = useState(secondsLeft);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(secondsLeft), 250); // ms; with 1,000 the display would skip seconds
    return () => clearInterval(timer);
  });
  return seconds;
}
