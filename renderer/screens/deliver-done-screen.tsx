import { contentsOf, undelivered } from "../../core/trip/chosen-stick.ts";
import { isEjecting } from "../../core/trip/removal.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { Actions, StepButton } from "../parts/buttons.tsx";
import { Eject, EjectProblem } from "../parts/eject.tsx";
import { StepChecklist } from "../parts/step-checklist.tsx";
import { SystemName } from "../parts/system-name.tsx";

/** The end of step 3: the licence is activated. Lists the keys that remain on the stick. */
export function DeliverDoneScreen({ trip, stage, send }: ScreenProps<"deliver.done">) {
  const { deliver } = useAppContext().screens;
  const contents = contentsOf(trip);
  const delivered = stage.key.type === "request" ? stage.key.ticket : undefined;
  const remaining = contents ? undelivered(contents).filter(({ id }) => id !== delivered) : [];
  return (
    <>
      <EjectProblem stage={stage} />
      <StepChecklist step="deliver" stick={stage.stick} removal={stage.removal} />
      <Eject stage={stage} send={send} />
      {remaining.length > 0 ? (
        <section className="remains">
          <h2>{deliver.remains}</h2>
          <ul>
            {remaining.map(({ folder, assetId }) => (
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
          {remaining.length > 0 ? (
            <StepButton step="deliver" send={send}>
              {deliver.nextKey}
            </StepButton>
          ) : null}
          <StepButton step="request" send={send}>
            {deliver.newRequest}
          </StepButton>
        </Actions>
      )}
    </>
  );
}
