import { nextAction } from "../../core/trip/next-action.ts";
import { retryAfter, waits } from "../../core/trip/retries.ts";
import type { Trip } from "../../core/trip/trip.ts";
import { clockTime } from "../local-time.ts";
import { Actions, BigButton, QuietButton } from "../parts/buttons.tsx";
import { Eject, EjectProblem } from "../parts/eject.tsx";
import { Ticks } from "../parts/ticks.tsx";
import { type ScreenProps, useSurroundings } from "../surroundings.tsx";
import { FetchFailures } from "./fetch-failures.tsx";
import { FetchKeys } from "./fetch-keys.tsx";

/** Hop 2's end: the ticks and the walk back, then what did not come, explained, then the keys. */
export function FetchDoneScreen({ trip, step, send }: ScreenProps<"fetch.done">) {
  const { fetch } = useSurroundings().screens;
  const keys = step.results.filter(({ outcome }) => outcome === "key").length;
  const failed = step.results.length - keys;
  const action = nextAction(trip);
  const again = () => send({ is: "hop-chosen", hop: "fetch" });
  return (
    <>
      <EjectProblem step={step} />
      {step.results.length > 1 ? <p className="lead">{fetch.summary(keys, failed)}</p> : null}
      {keys > 0 ? <Ticks hop="fetch" stick={step.stick} removal={step.removal} /> : null}
      {keys > 0 ? <RetryHint trip={trip} /> : null}
      {keys > 0 ? <Eject step={step} send={send} /> : null}
      <FetchFailures trip={trip} step={step} />
      <FetchKeys step={step} />
      <Actions>
        {action === "retry" ? <BigButton onClick={again}>{fetch.toRetry}</BigButton> : null}
        {action === "read-results" ? <BigButton onClick={again}>{fetch.lookAgain}</BigButton> : null}
        {action === "wait-for-retry" || (keys > 0 && failed > 0) ? (
          <QuietButton onClick={again}>{fetch.lookAgain}</QuietButton>
        ) : null}
      </Actions>
    </>
  );
}

/** Before anybody walks with the keys: some more can be had in a few minutes. */
function RetryHint({ trip }: { readonly trip: Trip }) {
  const { retry } = useSurroundings().screens.fetch;
  if (trip.step.at !== "fetch.done") return null;
  const count = trip.step.results.filter((result) => retryAfter(trip, result)?.is === "after").length;
  if (count === 0) return null;
  const last = waits(trip).at(-1);
  return (
    <p className="aside" role="status">
      {last === undefined ? retry.worthRetrying(count) : retry.worthWaiting(count, clockTime(last))}
    </p>
  );
}
