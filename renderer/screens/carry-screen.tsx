import { isEjecting } from "../../core/trip/removal.ts";
import { Actions, QuietButton } from "../parts/buttons.tsx";
import { CarryOut } from "../parts/carry-out.tsx";
import { type ScreenProps, useSurroundings } from "../surroundings.tsx";

/** Nothing is to be done here but to take the stick to the other computer. */
export function CarryScreen({ trip, step, send }: ScreenProps<"carry">) {
  const { request } = useSurroundings().screens;
  return (
    <>
      <CarryOut trip={trip} send={send} />
      {trip.computer === "B" && !isEjecting(step) ? (
        <Actions>
          <QuietButton onClick={() => send({ is: "hop-chosen", hop: "request" })}>{request.another}</QuietButton>
        </Actions>
      ) : null}
    </>
  );
}
