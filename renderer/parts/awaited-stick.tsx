import { usableSticks } from "../../core/trip/chosen-stick.ts";
import { nextAction } from "../../core/trip/next-action.ts";
import type { Trip, TripEvent } from "../../core/trip/trip.ts";
import { ClosedSticks } from "./closed-sticks.tsx";
import { StickDrawing } from "./drawings.tsx";
import { StickChoices } from "./stick-choices.tsx";

/** While a step waits for a stick: a picture of it where there is none, the choice where there are several. */
export function AwaitedStick({ trip, send }: { readonly trip: Trip; send(event: TripEvent): void }) {
  switch (nextAction(trip)) {
    case "plug-in-stick":
      return (
        <div className="waiting">
          <StickDrawing tight />
        </div>
      );
    case "choose-stick":
      return <StickChoices drives={usableSticks(trip)} send={send} />;
    case "open-stick":
      return <ClosedSticks trip={trip} send={send} />;
    default:
      return null;
  }
}
