import { nextAction } from "../../core/trip/next-action.ts";
import { retryAfter, waits } from "../../core/trip/retries.ts";
import { isFolder, type Trip } from "../../core/trip/trip.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { clockTime } from "../local-time.ts";
import { EjectProblem } from "../parts/eject.tsx";
import { Ticks } from "../parts/ticks.tsx";
import { FetchDoneActions } from "./fetch-done-actions.tsx";
import { FetchFailures } from "./fetch-failures.tsx";
import { FetchKeys } from "./fetch-keys.tsx";

/** Step 2's end: the ticks and the walk back, then what did not come, explained, then the keys. */
export function FetchDoneScreen({ trip, stage, send }: ScreenProps<"fetch.done">) {
  const { fetch } = useAppContext().screens;
  const keys = stage.results.filter(({ outcome }) => outcome === "key").length;
  const failed = stage.results.length - keys;
  const actions = <FetchDoneActions trip={trip} stage={stage} send={send} />;
  // Then the headline's own sentence has the figures.
  const told = failed > 0 && nextAction(trip) === "remove-stick";
  return (
    <>
      <EjectProblem stage={stage} />
      {stage.results.length > 1 && !told ? <p className="lead">{fetch.summary(keys, failed)}</p> : null}
      {keys > 0 ? (
        <>
          <Ticks step="fetch" stick={stage.stick} removal={stage.removal} />
          <RetryHint trip={trip} />
          {actions}
        </>
      ) : (
        <WayOut trip={trip} stage={stage} />
      )}
      <FetchFailures trip={trip} stage={stage} />
      <FetchKeys stage={stage} />
      {keys > 0 ? null : actions}
    </>
  );
}

/** Without a key the stick may stay: how it comes out is told once it does, or where that is the one thing to do. */
function WayOut({ trip, stage }: Pick<ScreenProps<"fetch.done">, "trip" | "stage">) {
  const { stick, removal } = stage;
  if (isFolder(stick) || (removal.type === "in" && nextAction(trip) !== "request-again")) return null;
  return (
    <div role="status">
      <Ticks step={null} stick={stick} removal={removal} />
    </div>
  );
}

/** Before anybody walks with the keys: some more can be had in a few minutes. */
function RetryHint({ trip }: { readonly trip: Trip }) {
  const { retry } = useAppContext().screens.fetch;
  if (trip.stage.type !== "fetch.done") return null;
  const count = trip.stage.results.filter((result) => retryAfter(trip, result)?.type === "after").length;
  if (count === 0) return null;
  const last = waits(trip).at(-1);
  return (
    <p className="aside" role="status">
      {last === undefined ? retry.worthRetrying(count) : retry.worthWaiting(count, clockTime(last))}
    </p>
  );
}
