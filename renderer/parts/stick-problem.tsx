import { nextAction } from "../../core/trip/next-action.ts";
import type { Trip, TripEvent } from "../../core/trip/trip.ts";
import { useSurroundings } from "../surroundings.tsx";
import { SmallButton } from "./buttons.tsx";
import { ProblemNote } from "./problem-note.tsx";

/** Why the chosen stick cannot serve this hop; nothing while it can. */
export function StickProblem({ trip, send }: { readonly trip: Trip; send(event: TripEvent): void }) {
  const { stick } = useSurroundings().screens;
  if (!trip.stick || nextAction(trip) !== "mend-stick") return null;
  const { drive, reading } = trip.stick;
  const problem = reading.is === "failed" ? reading.problem : ({ code: "stick-read-only" } as const);
  return (
    <ProblemNote problem={problem}>
      <SmallButton onClick={() => send({ is: "stick-chosen", stick: drive.id })}>{stick.readAgain}</SmallButton>
    </ProblemNote>
  );
}
