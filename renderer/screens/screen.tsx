import { assertNever } from "../../core/result.ts";
import { isEjecting } from "../../core/trip/removal.ts";
import { type ScreenProps, type TripProps, useAppContext } from "../app-context.tsx";
import { Actions, StepButton } from "../parts/buttons.tsx";
import { EjectToCarry } from "../parts/eject.tsx";
import { ComputerScreen } from "./computer-screen.tsx";
import { DeliverDoneScreen } from "./deliver-done-screen.tsx";
import { DeliverReviewScreen } from "./deliver-review-screen.tsx";
import { FetchDoneScreen } from "./fetch-done-screen.tsx";
import { FetchReviewScreen } from "./fetch-review-screen.tsx";
import { FetchRunningScreen } from "./fetch-running-screen.tsx";
import { LinkScreen } from "./link-screen.tsx";
import { RequestDoneScreen } from "./request-done-screen.tsx";
import { RequestStickScreen } from "./request-stick-screen.tsx";
import { StickWaitScreen } from "./stick-wait-screen.tsx";
import { UploadScreen } from "./upload-screen.tsx";

/** The screen of the trip's stage. */
export function Screen({ trip, send }: TripProps) {
  const { stage } = trip;
  switch (stage.type) {
    case "computer":
      return <ComputerScreen trip={trip} stage={stage} send={send} />;
    case "request.link":
      return <LinkScreen trip={trip} stage={stage} send={send} />;
    case "request.stick":
      return <RequestStickScreen trip={trip} stage={stage} send={send} />;
    case "request.done":
      return <RequestDoneScreen trip={trip} stage={stage} send={send} />;
    case "fetch.stick":
    case "deliver.stick":
      return <StickWaitScreen trip={trip} stage={stage} send={send} />;
    case "fetch.review":
      return <FetchReviewScreen trip={trip} stage={stage} send={send} />;
    case "fetch.running":
      return <FetchRunningScreen trip={trip} stage={stage} send={send} />;
    case "fetch.done":
      return <FetchDoneScreen trip={trip} stage={stage} send={send} />;
    case "deliver.review":
      return <DeliverReviewScreen trip={trip} stage={stage} send={send} />;
    case "request.writing":
    case "deliver.copying":
      return <WorkingScreen />;
    case "deliver.upload":
      return <UploadScreen trip={trip} stage={stage} send={send} />;
    case "deliver.done":
      return <DeliverDoneScreen trip={trip} stage={stage} send={send} />;
    case "carry":
      return <CarryScreen trip={trip} stage={stage} send={send} />;
    default:
      return assertNever(stage);
  }
}

/** Shown if the only action left is to carry the stick to the other computer. */
function CarryScreen({ trip, stage, send }: ScreenProps<"carry">) {
  const { request } = useAppContext().screens;
  return (
    <>
      <EjectToCarry trip={trip} send={send} />
      {trip.computer === "B" && !isEjecting(stage) ? (
        <Actions>
          <StepButton step="request" send={send}>
            {request.another}
          </StepButton>
        </Actions>
      ) : null}
    </>
  );
}

/** A short operation without known progress. */
function WorkingScreen() {
  const { fetch } = useAppContext().screens;
  return <progress className="wide" aria-label={fetch.progress} />;
}
