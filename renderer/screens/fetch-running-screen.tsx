import { useId } from "react";
import type { FetchProgress } from "../../core/step-results.ts";
import type { FetchItem } from "../../core/trip/trip.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { Actions, SecondaryButton } from "../parts/buttons.tsx";
import { RunningBatch } from "./running-batch.tsx";
import { type Running, RunningRow } from "./running-row.tsx";

/** As many as are at work at the same time: so few are all in sight, more need a sum. */
const FEW = 4;

/** Step 2 at work: what is happening to each request. */
export function FetchRunningScreen({ stage, send }: ScreenProps<"fetch.running">) {
  const running = runningOf(stage.items, stage.progress);
  const cancel = <Cancel cancelling={stage.cancelling} cancel={() => send({ type: "cancel-wanted" })} />;
  if (running.length > FEW) return <RunningBatch running={running}>{cancel}</RunningBatch>;
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
  const told = new Map(progress.map((one) => [one.ticketId, one]));
  return asked.map(({ ticket, assetId, host }) => {
    // A link saved by hand gets its ticket on the way: then there is only one.
    const own = ticket === null ? progress[0] : told.get(ticket);
    return { key: ticket ?? "by hand", assetId, host, phase: own?.phase ?? "waiting", outcome: own?.outcome };
  });
}

function Cancel({ cancelling, cancel }: { readonly cancelling: boolean; cancel(): void }) {
  const { fetch } = useAppContext().screens;
  const saying = useId();
  return (
    <Actions>
      <SecondaryButton idleBy={cancelling ? saying : undefined} onClick={cancel}>
        {fetch.cancel}
      </SecondaryButton>
      <p role="status" id={saying}>
        {cancelling ? fetch.cancelling : ""}
      </p>
    </Actions>
  );
}
