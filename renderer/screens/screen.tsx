import { assertNever } from "../../core/result.ts";
import { isEjecting } from "../../core/trip/removal.ts";
import type { Trip, TripEvent } from "../../core/trip/trip.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { Actions, SecondaryButton } from "../parts/buttons.tsx";
import { CarryOut } from "../parts/carry-out.tsx";
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

/** The screen of a step. */
export function Screen({ trip, send }: { readonly trip: Trip; readonly send: (event: TripEvent) => void }) {
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

/** Shown when all that is left is to take the stick to the other computer. */
function CarryScreen({ trip, stage, send }: ScreenProps<"carry">) {
  const { request } = useAppContext().screens;
  return (
    <>
      <CarryOut trip={trip} send={send} />
      {trip.computer === "B" && !isEjecting(stage) ? (
        <Actions>
          <SecondaryButton onClick={() => send({ type: "step-chosen", step: "request" })}>
            {request.another}
          </SecondaryButton>
        </Actions>
      ) : null}
    </>
  );
}

/** A short piece of work without figures: the bar shows that it is going on. */
function WorkingScreen() {
  const { fetch } = useAppContext().screens;
  return <progress className="wide" aria-label={fetch.progress} />;
}
