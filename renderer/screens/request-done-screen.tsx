import { shown } from "../../core/text/untrusted.ts";
import { isEjecting } from "../../core/trip/removal.ts";
import { Actions, QuietButton } from "../parts/buttons.tsx";
import { Eject, EjectProblem } from "../parts/eject.tsx";
import { CareNote } from "../parts/problem-note.tsx";
import { Ticks } from "../parts/ticks.tsx";
import { type ScreenProps, useSurroundings } from "../surroundings.tsx";

/** Hop 1's end: three ticks, then the walk. */
export function RequestDoneScreen({ step, send }: ScreenProps<"request.done">) {
  const { screens, texts } = useSurroundings();
  const { ticket, warnings } = step.requested;
  return (
    <>
      {ticket.assetId ? (
        <p className="asset-id" translate="no">
          {shown(ticket.assetId)}
        </p>
      ) : null}
      <EjectProblem step={step} />
      <Ticks hop="request" stick={step.stick} removal={step.removal} />
      <Eject step={step} send={send} />
      {warnings.map((warning) => (
        <CareNote key={warning}>{texts.notices.notices[warning]}</CareNote>
      ))}
      {isEjecting(step) ? null : (
        <Actions>
          <QuietButton onClick={() => send({ type: "hop-chosen", hop: "request" })}>
            {screens.request.another}
          </QuietButton>
        </Actions>
      )}
    </>
  );
}
