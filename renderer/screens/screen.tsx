import { assertNever } from "../../core/result.ts";
import type { Trip, TripEvent } from "../../core/trip/trip.ts";
import { CarryScreen } from "./carry-screen.tsx";
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
import { WorkingScreen } from "./working-screen.tsx";

/** The screen of a step. */
export function Screen({ trip, send }: { readonly trip: Trip; readonly send: (event: TripEvent) => void }) {
  const { step } = trip;
  switch (step.at) {
    case "computer":
      return <ComputerScreen trip={trip} step={step} send={send} />;
    case "request.link":
      return <LinkScreen trip={trip} step={step} send={send} />;
    case "request.stick":
      return <RequestStickScreen trip={trip} step={step} send={send} />;
    case "request.done":
      return <RequestDoneScreen trip={trip} step={step} send={send} />;
    case "fetch.stick":
    case "deliver.stick":
      return <StickWaitScreen trip={trip} step={step} send={send} />;
    case "fetch.review":
      return <FetchReviewScreen trip={trip} step={step} send={send} />;
    case "fetch.running":
      return <FetchRunningScreen trip={trip} step={step} send={send} />;
    case "fetch.done":
      return <FetchDoneScreen trip={trip} step={step} send={send} />;
    case "deliver.review":
      return <DeliverReviewScreen trip={trip} step={step} send={send} />;
    case "request.writing":
    case "deliver.copying":
      return <WorkingScreen />;
    case "deliver.upload":
      return <UploadScreen trip={trip} step={step} send={send} />;
    case "deliver.done":
      return <DeliverDoneScreen trip={trip} step={step} send={send} />;
    case "carry":
      return <CarryScreen trip={trip} step={step} send={send} />;
    default:
      return assertNever(step);
  }
}
