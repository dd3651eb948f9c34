import { isEjecting } from "../../core/trip/removal.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { AssetId } from "../parts/asset-id.tsx";
import { Actions, StepButton } from "../parts/buttons.tsx";
import { Eject, EjectProblem } from "../parts/eject.tsx";
import { WarningNote } from "../parts/problem-note.tsx";
import { StepChecklist } from "../parts/step-checklist.tsx";

/** The end of step 1. */
export function RequestDoneScreen({ stage, send }: ScreenProps<"request.done">) {
  const { screens, texts } = useAppContext();
  const { ticket, warnings } = stage.requested;
  return (
    <>
      {ticket.assetId ? <AssetId assetId={ticket.assetId} /> : null}
      <EjectProblem stage={stage} />
      <StepChecklist step="request" stick={stage.stick} removal={stage.removal} />
      <Eject stage={stage} send={send} />
      {warnings.map((warning) => (
        <WarningNote key={warning}>{texts.notices.notices[warning]}</WarningNote>
      ))}
      {isEjecting(stage) ? null : (
        <Actions>
          <StepButton step="request" send={send}>
            {screens.request.another}
          </StepButton>
        </Actions>
      )}
    </>
  );
}
