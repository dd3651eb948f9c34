import { carried } from "../../core/trip/carrying.ts";
import { isFree } from "../../core/trip/removal.ts";
import { isFolder, type Trip, type TripEvent } from "../../core/trip/trip.ts";
import { Eject, EjectProblem } from "./eject.tsx";
import { Ticks } from "./ticks.tsx";

/** A stick that has only to be carried on comes out like that of a finished step. Nothing for any other, nor for a folder. */
export function CarryOut({ trip, send }: { readonly trip: Trip; send(event: TripEvent): void }) {
  const stage = carried(trip);
  if (!stage || isFolder(stage.stick)) return null;
  return (
    <>
      <EjectProblem stage={stage} />
      {isFree(stage) ? <Ticks step={null} stick={stage.stick} removal={stage.removal} /> : null}
      <Eject stage={stage} send={send} />
    </>
  );
}
