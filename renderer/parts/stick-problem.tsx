import { nextAction } from "../../core/trip/next-action.ts";
import type { Trip, TripEvent } from "../../core/trip/trip.ts";
import { whyUnfit } from "../../core/trip/unfit-stick.ts";
import { useSurroundings } from "../surroundings.tsx";
import { SmallButton } from "./buttons.tsx";
import { CareNote, ProblemNote } from "./problem-note.tsx";

/** Why the chosen stick cannot serve this hop; nothing while it can. */
export function StickProblem({ trip, send }: { readonly trip: Trip; send(event: TripEvent): void }) {
  const { stick } = useSurroundings().screens;
  if (!trip.stick || nextAction(trip) !== "mend-stick") return null;
  const { drive } = trip.stick;
  const problem = whyUnfit(trip);
  if (!problem) return null;
  if (problem === "unknown") return <CareNote>{stick.lookingForReason}</CareNote>; // half-told it would be heard twice
  return (
    <ProblemNote problem={problem}>
      <SmallButton onClick={() => send({ type: "stick-chosen", stick: drive.id })}>{stick.readAgain}</SmallButton>
    </ProblemNote>
  );
}
