import { nextAction } from "../../core/trip/next-action.ts";
import { isEjecting, isFree } from "../../core/trip/removal.ts";
import { retryAfter, waits } from "../../core/trip/retries.ts";
import { isFolder, type Trip } from "../../core/trip/trip.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { clockTime } from "../local-time.ts";
import { PrimaryButton, SecondaryButton } from "../parts/buttons.tsx";
import { Eject, EjectButton, EjectProblem } from "../parts/eject.tsx";
import { StepChecklist } from "../parts/step-checklist.tsx";
import { CopyDetails, FetchFailures, unfetchedOf } from "./fetch-failures.tsx";
import { FetchKeys } from "./fetch-keys.tsx";

/** The end of step 2: the checklist, then the failures, then the keys. */
export function FetchDoneScreen({ trip, stage, send }: ScreenProps<"fetch.done">) {
  const { fetch } = useAppContext().screens;
  const keys = stage.results.filter(({ outcome }) => outcome === "key").length;
  const failed = stage.results.length - keys;
  const actions = <FetchDoneActions trip={trip} stage={stage} send={send} />;
  // In this case the headline's sentence already gives the numbers.
  const summaryInHeadline = failed > 0 && nextAction(trip) === "remove-stick";
  return (
    <>
      <EjectProblem stage={stage} />
      {stage.results.length > 1 && !summaryInHeadline ? <p className="lead">{fetch.summary(keys, failed)}</p> : null}
      {keys > 0 ? (
        <>
          <StepChecklist step="fetch" stick={stage.stick} removal={stage.removal} />
          <RetryHint trip={trip} />
          {actions}
        </>
      ) : (
        <RemovalStatus trip={trip} stage={stage} />
      )}
      <FetchFailures trip={trip} stage={stage} />
      <FetchKeys stage={stage} />
      {keys > 0 ? null : actions}
    </>
  );
}

/** Without a key the stick may stay. The removal is shown only once it begins, or if it is the next action. */
function RemovalStatus({ trip, stage }: Pick<ScreenProps<"fetch.done">, "trip" | "stage">) {
  const { stick, removal } = stage;
  if (isFolder(stick) || (removal.type === "in" && nextAction(trip) !== "request-again")) return null;
  return (
    <div role="status">
      <StepChecklist step={null} stick={stick} removal={removal} />
    </div>
  );
}

/** Tells the technician before the trip to Computer B that a retry may bring more keys in a few minutes. */
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

/** The primary button of the next action, and the other possible actions beside it. */
function FetchDoneActions({ trip, stage, send }: ScreenProps<"fetch.done">) {
  const { fetch } = useAppContext().screens;
  const action = nextAction(trip);
  const allKeys = stage.results.every(({ outcome }) => outcome === "key");
  const someKeys = stage.results.some(({ outcome }) => outcome === "key");
  const ejectIsNext = action === "remove-stick" || action === "request-again";
  const backIsNext = action === "retry" || action === "read-results";
  const backToRequests = () => send({ type: "step-chosen", step: "fetch" });
  if (isEjecting(stage)) return <Eject stage={stage} send={send} />;
  if (allKeys && isFree(stage)) return null;
  return (
    // With keys, the row follows the checklist and must not stick over it. Without keys, it follows the failures.
    <div className={someKeys ? "actions" : "actions stay"}>
      {backIsNext ? (
        <PrimaryButton onClick={backToRequests}>
          {action === "retry" ? fetch.toRetry : fetch.backToRequests}
        </PrimaryButton>
      ) : null}
      {action === "call-support" ? <CopyDetails big failures={unfetchedOf({ trip, stage })} /> : null}
      <EjectButton stage={stage} send={send} quiet={!ejectIsNext} />
      {allKeys || backIsNext ? null : (
        <SecondaryButton onClick={backToRequests}>{fetch.backToRequests}</SecondaryButton>
      )}
    </div>
  );
}
