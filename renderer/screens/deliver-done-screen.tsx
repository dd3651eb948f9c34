import { contentsOf, undelivered } from "../../core/trip/chosen-stick.ts";
import { isEjecting } from "../../core/trip/removal.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { Actions, SecondaryButton } from "../parts/buttons.tsx";
import { Eject, EjectProblem } from "../parts/eject.tsx";
import { SystemName } from "../parts/system-name.tsx";
import { Ticks } from "../parts/ticks.tsx";

/** Step 3's end: the licence is activated; what is left on the stick is said. */
export function DeliverDoneScreen({ trip, stage, send }: ScreenProps<"deliver.done">) {
  const { deliver } = useAppContext().screens;
  const contents = contentsOf(trip);
  const waiting = contents ? undelivered(contents).filter(({ id }) => !isDelivered(id)) : [];
  function isDelivered(id: string | null): boolean {
    return stage.key.type === "request" && stage.key.ticket === id;
  }
  return (
    <>
      <EjectProblem stage={stage} />
      <Ticks step="deliver" stick={stage.stick} removal={stage.removal} />
      <Eject stage={stage} send={send} />
      {waiting.length > 0 ? (
        <section className="remains">
          <h2>{deliver.remains}</h2>
          <ul>
            {waiting.map(({ folder, assetId }) => (
              <li key={folder}>
                <SystemName assetId={assetId} />
              </li>
            ))}
          </ul>
        </section>
      ) : contents ? (
        <p className="aside">{deliver.nothingRemains}</p>
      ) : null}
      {isEjecting(stage) ? null : (
        <Actions>
          {waiting.length > 0 ? (
            <SecondaryButton onClick={() => send({ type: "step-chosen", step: "deliver" })}>
              {deliver.nextKey}
            </SecondaryButton>
          ) : null}
          <SecondaryButton onClick={() => send({ type: "step-chosen", step: "request" })}>
            {deliver.newRequest}
          </SecondaryButton>
        </Actions>
      )}
    </>
  );
}
