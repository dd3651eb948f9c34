import { nextAction } from "../../core/trip/next-action.ts";
import { stickProblem } from "../../core/trip/stick-problem.ts";
import { type TripProps, useAppContext } from "../app-context.tsx";
import { SmallButton } from "./buttons.tsx";
import { ProblemNote, WarningNote } from "./problem-note.tsx";

/** Why the step cannot use the chosen stick. Draws nothing if it can. */
export function StickProblem({ trip, send }: TripProps) {
  const { stick } = useAppContext().screens;
  if (!trip.stick || nextAction(trip) !== "mend-stick") return null;
  const { drive } = trip.stick;
  const problem = stickProblem(trip);
  if (!problem) return null;
  if (problem === "unknown") return <WarningNote>{stick.lookingForReason}</WarningNote>; // an alert without the reason would be announced twice
  return (
    <ProblemNote problem={problem}>
      <SmallButton onClick={() => send({ type: "stick-chosen", stick: drive.id })}>{stick.readAgain}</SmallButton>
    </ProblemNote>
  );
}
