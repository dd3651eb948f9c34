import { driveName } from "../../core/text/drive-name.ts";
import { shown } from "../../core/text/untrusted.ts";
import { nextAction } from "../../core/trip/next-action.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { AwaitedStick } from "../parts/awaited-stick.tsx";
import { Actions, PrimaryButton, SecondaryButton } from "../parts/buttons.tsx";
import { CarryOut } from "../parts/carry-out.tsx";
import { ProblemNote, WarningNote } from "../parts/problem-note.tsx";
import { StickProblem } from "../parts/stick-problem.tsx";

/** Step 1, second half: the vetted link goes to the stick with one click. */
export function RequestStickScreen({ trip, stage, send }: ScreenProps<"request.stick">) {
  const { frame, request } = useAppContext().screens;
  const action = nextAction(trip);
  const twice = action === "already-there";
  return (
    <>
      {stage.confirmed.assetId ? (
        <p className="asset-id" translate="no">
          {shown(stage.confirmed.assetId)}
        </p>
      ) : null}
      {trip.problem && !twice && action !== "mend-stick" ? <ProblemNote problem={trip.problem} /> : null}
      <CarryOut trip={trip} send={send} />
      {twice ? <WarningNote>{request.twice}</WarningNote> : null}
      <StickProblem trip={trip} send={send} />
      <AwaitedStick trip={trip} send={send} />
      <Actions>
        {action === "write-request" && trip.stick ? (
          <PrimaryButton onClick={() => send({ type: "write-wanted", again: false })}>
            {request.write(driveName(trip.stick.drive))}
          </PrimaryButton>
        ) : null}
        {twice || action === "write-again" ? (
          <SecondaryButton onClick={() => send({ type: "write-wanted", again: true })}>
            {request.writeAgain}
          </SecondaryButton>
        ) : null}
        <SecondaryButton onClick={() => send({ type: "back" })}>{frame.back}</SecondaryButton>
      </Actions>
    </>
  );
}
