import { useEffect, useState } from "react";
import { RETRY_WAIT_MS } from "../../core/journal/fetch-history-of.ts";
import { useAppContext } from "../app-context.tsx";

const WHOLE = RETRY_WAIT_MS / 1000;

/** The rest of a wait, by the second: a ring that empties, and the figures. Drawn anew by itself, nothing around it is. */
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
          pathLength={WHOLE}
          strokeDasharray={`${left} ${WHOLE}`}
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

/** Whole seconds, of the wait at most: a clock that was set back makes it no longer. */
function useSecondsUntil(until: number): number {
  const { now } = useAppContext();
  const left = () => Math.min(Math.max(Math.ceil((until - now()) / 1000), 0), WHOLE);
  const [seconds, tick] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => tick(left), 250); // four looks a second, so that none is seen to be skipped
    return () => clearInterval(timer);
  });
  return seconds;
}
