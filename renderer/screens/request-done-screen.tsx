import { shown } from "../../core/text/untrusted.ts";
import { isEjecting } from "../../core/trip/removal.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { Actions, SecondaryButton } from "../parts/buttons.tsx";
import { Eject, EjectProblem } from "../parts/eject.tsx";
import { WarningNote } from "../parts/problem-note.tsx";
import { Ticks } from "../parts/ticks.tsx";

/** Step 1's end: three ticks, then the walk. */
export function RequestDoneScreen({ stage, send }: ScreenProps<"request.done">) {
  const { screens, texts } = useAppContext();
  const { ticket, warnings } = stage.requested;
  return (
    <>
      {ticket.assetId ? (
        <p className="asset-id" translate="no">
          {shown(ticket.assetId)}
        </p>
      ) : null}
      <EjectProblem stage={stage} />
      <Ticks step="request" stick={stage.stick} removal={stage.removal} />
      <Eject stage={stage} send={send} />
      {warnings.map((warning) => (
        <WarningNote key={warning}>{texts.notices.notices[warning]}</WarningNote>
      ))}
      {isEjecting(stage) ? null : (
        <Actions>
          <SecondaryButton onClick={() => send({ type: "step-chosen", step: "request" })}>
            {screens.request.another}
          </SecondaryButton>
        </Actions>
      )}
    </>
  );
}
