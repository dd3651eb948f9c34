import { usableSticks } from "../../core/trip/chosen-stick.ts";
import { nextAction } from "../../core/trip/next-action.ts";
import type { TripProps } from "../app-context.tsx";
import { ClosedSticks } from "./closed-sticks.tsx";
import { StickDrawing } from "./drawings.tsx";
import { StickChoices } from "./stick-choices.tsx";

/** Asks for the stick that a step waits for: a drawing if none is plugged in, a list if there are several. */
export function StickPrompt({ trip, send }: TripProps) {
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
