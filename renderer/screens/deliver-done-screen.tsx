import { contentsOf, undelivered } from "../../core/trip/chosen-stick.ts";
import { isEjecting } from "../../core/trip/removal.ts";
import { Actions, QuietButton } from "../parts/buttons.tsx";
import { Eject, EjectProblem } from "../parts/eject.tsx";
import { SystemName } from "../parts/system-name.tsx";
import { Ticks } from "../parts/ticks.tsx";
import { type ScreenProps, useSurroundings } from "../surroundings.tsx";

/** Hop 3's end: the licence is activated; what is left on the stick is said. */
export function DeliverDoneScreen({ trip, step, send }: ScreenProps<"deliver.done">) {
  const { deliver } = useSurroundings().screens;
  const contents = contentsOf(trip);
  const waiting = contents ? undelivered(contents).filter(({ id }) => !isDelivered(id)) : [];
  function isDelivered(id: string | null): boolean {
    return step.key.type === "request" && step.key.ticket === id;
  }
  return (
    <>
      <EjectProblem step={step} />
      <Ticks hop="deliver" stick={step.stick} removal={step.removal} />
      <Eject step={step} send={send} />
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
      {isEjecting(step) ? null : (
        <Actions>
          {waiting.length > 0 ? (
            <QuietButton onClick={() => send({ type: "hop-chosen", hop: "deliver" })}>{deliver.nextKey}</QuietButton>
          ) : null}
          <QuietButton onClick={() => send({ type: "hop-chosen", hop: "request" })}>{deliver.newRequest}</QuietButton>
        </Actions>
      )}
    </>
  );
}
