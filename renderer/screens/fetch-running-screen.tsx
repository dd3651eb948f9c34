import { useId } from "react";
import type { FetchProgress } from "../../core/step-results.ts";
import type { FetchItem } from "../../core/trip/trip.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { Actions, SecondaryButton } from "../parts/buttons.tsx";
import { type Running, RunningBatch, RunningRow } from "./running-requests.tsx";

/** The number of requests that run at the same time. So many are all visible; more need a summary. */
const MAX_ROWS = 4;

/** Step 2 at work: the progress of each request. */
export function FetchRunningScreen({ stage, send }: ScreenProps<"fetch.running">) {
  const running = runningOf(stage.items, stage.progress);
  const cancel = <Cancel cancelling={stage.cancelling} cancel={() => send({ type: "cancel-wanted" })} />;
  if (running.length > MAX_ROWS) return <RunningBatch running={running}>{cancel}</RunningBatch>;
  return (
    <>
      <ul className="rows">
        {running.map(({ key, assetId, host, phase }) => (
          <RunningRow key={key} assetId={assetId} host={host} phase={phase} />
        ))}
      </ul>
      {cancel}
    </>
  );
}

function runningOf(asked: readonly FetchItem[], progress: readonly FetchProgress[]): readonly Running[] {
  const progressOf = new Map(progress.map((one) => [one.ticketId, one]));
  return asked.map(({ ticket, assetId, host }) => {
    // A link saved by hand gets its ticket during the fetch. It is always fetched alone.
    const own = ticket === null ? progress[0] : progressOf.get(ticket);
    return { key: ticket ?? "by hand", assetId, host, phase: own?.phase ?? "waiting", outcome: own?.outcome };
  });
}

function Cancel({ cancelling, cancel }: { readonly cancelling: boolean; cancel(): void }) {
  const { fetch } = useAppContext().screens;
  const statusId = useId();
  return (
    <Actions>
      <SecondaryButton disabledBy={cancelling ? statusId : undefined} onClick={cancel}>
        {fetch.cancel}
      </SecondaryButton>
      <p role="status" id={statusId}>
        {cancelling ? fetch.cancelling : ""}
      </p>
    </Actions>
  );
}
