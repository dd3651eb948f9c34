import { driveName } from "../../core/text/drive-name.ts";
import { shown } from "../../core/text/untrusted.ts";
import { nextAction } from "../../core/trip/next-action.ts";
import { AwaitedStick } from "../parts/awaited-stick.tsx";
import { Actions, BigButton, QuietButton } from "../parts/buttons.tsx";
import { CarryOut } from "../parts/carry-out.tsx";
import { CareNote, ProblemNote } from "../parts/problem-note.tsx";
import { StickProblem } from "../parts/stick-problem.tsx";
import { type ScreenProps, useSurroundings } from "../surroundings.tsx";

/** Hop 1, second half: the vetted link goes to the stick with one click. */
export function RequestStickScreen({ trip, step, send }: ScreenProps<"request.stick">) {
  const { frame, request } = useSurroundings().screens;
  const action = nextAction(trip);
  const twice = action === "already-there";
  return (
    <>
      {step.confirmed.assetId ? (
        <p className="asset-id" translate="no">
          {shown(step.confirmed.assetId)}
        </p>
      ) : null}
      {trip.problem && !twice && action !== "mend-stick" ? <ProblemNote problem={trip.problem} /> : null}
      <CarryOut trip={trip} send={send} />
      {twice ? <CareNote>{request.twice}</CareNote> : null}
      <StickProblem trip={trip} send={send} />
      <AwaitedStick trip={trip} send={send} />
      <Actions>
        {action === "write-request" && trip.stick ? (
          <BigButton onClick={() => send({ type: "write-wanted", again: false })}>
            {request.write(driveName(trip.stick.drive))}
          </BigButton>
        ) : null}
        {twice || action === "write-again" ? (
          <QuietButton onClick={() => send({ type: "write-wanted", again: true })}>{request.writeAgain}</QuietButton>
        ) : null}
        <QuietButton onClick={() => send({ type: "back" })}>{frame.back}</QuietButton>
      </Actions>
    </>
  );
}
