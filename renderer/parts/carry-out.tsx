import { carried } from "../../core/trip/carrying.ts";
import { isFree } from "../../core/trip/removal.ts";
import { isFolder, type Trip, type TripEvent } from "../../core/trip/trip.ts";
import { Eject, EjectProblem } from "./eject.tsx";
import { Ticks } from "./ticks.tsx";

/** A stick that has only to be carried on comes out like that of a finished hop. Nothing for any other, nor for a folder. */
export function CarryOut({ trip, send }: { readonly trip: Trip; send(event: TripEvent): void }) {
  const step = carried(trip);
  if (!step || isFolder(step.stick)) return null;
  return (
    <>
      <EjectProblem step={step} />
      {isFree(step) ? <Ticks hop={null} stick={step.stick} removal={step.removal} /> : null}
      <Eject step={step} send={send} />
    </>
  );
}
