import { nextAction } from "../../core/trip/next-action.ts";
import { stickProblem } from "../../core/trip/stick-problem.ts";
import type { Trip, TripEvent } from "../../core/trip/trip.ts";
import { useAppContext } from "../app-context.tsx";
import { SmallButton } from "./buttons.tsx";
import { ProblemNote, WarningNote } from "./problem-note.tsx";

/** Why the chosen stick cannot serve this step; nothing while it can. */
export function StickProblem({ trip, send }: { readonly trip: Trip; send(event: TripEvent): void }) {
  const { stick } = useAppContext().screens;
  if (!trip.stick || nextAction(trip) !== "mend-stick") return null;
  const { drive } = trip.stick;
  const problem = stickProblem(trip);
  if (!problem) return null;
  if (problem === "unknown") return <WarningNote>{stick.lookingForReason}</WarningNote>; // half-told it would be heard twice
  return (
    <ProblemNote problem={problem}>
      <SmallButton onClick={() => send({ type: "stick-chosen", stick: drive.id })}>{stick.readAgain}</SmallButton>
    </ProblemNote>
  );
}
