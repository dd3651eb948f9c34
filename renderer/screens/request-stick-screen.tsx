import { driveName } from "../../core/text/drive-name.ts";
import { nextAction } from "../../core/trip/next-action.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { AssetId } from "../parts/asset-id.tsx";
import { Actions, PrimaryButton, SecondaryButton } from "../parts/buttons.tsx";
import { EjectToCarry } from "../parts/eject.tsx";
import { ProblemNote, WarningNote } from "../parts/problem-note.tsx";
import { StickProblem } from "../parts/stick-problem.tsx";
import { StickPrompt } from "../parts/stick-prompt.tsx";

/** Step 1, second half: writes the confirmed link to the stick. */
export function RequestStickScreen({ trip, stage, send }: ScreenProps<"request.stick">) {
  const { frame, request } = useAppContext().screens;
  const action = nextAction(trip);
  const alreadyThere = action === "already-there";
  return (
    <>
      {stage.confirmed.assetId ? <AssetId assetId={stage.confirmed.assetId} /> : null}
      {trip.problem && !alreadyThere && action !== "mend-stick" ? <ProblemNote problem={trip.problem} /> : null}
      <EjectToCarry trip={trip} send={send} />
      {alreadyThere ? <WarningNote>{request.twice}</WarningNote> : null}
      <StickProblem trip={trip} send={send} />
      <StickPrompt trip={trip} send={send} />
      <Actions>
        {action === "write-request" && trip.stick ? (
          <PrimaryButton onClick={() => send({ type: "write-wanted", again: false })}>
            {request.write(driveName(trip.stick.drive))}
          </PrimaryButton>
        ) : null}
        {alreadyThere || action === "write-again" ? (
          <SecondaryButton onClick={() => send({ type: "write-wanted", again: true })}>
            {request.writeAgain}
          </SecondaryButton>
        ) : null}
        <SecondaryButton onClick={() => send({ type: "back" })}>{frame.back}</SecondaryButton>
      </Actions>
    </>
  );
}
