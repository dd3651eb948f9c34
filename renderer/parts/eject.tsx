import { driveName } from "../../core/text/drive-name.ts";
import { type DoneStep, isFree } from "../../core/trip/removal.ts";
import type { TripEvent } from "../../core/trip/trip.ts";
import { useSurroundings } from "../surroundings.tsx";
import { BigButton } from "./buttons.tsx";
import { ProblemNote } from "./problem-note.tsx";

/** The one thing to do at the end of a hop: let the system let go of the stick. Nothing once it is out, or for a folder. */
export function Eject({ step, send }: { readonly step: DoneStep; send(event: TripEvent): void }) {
  const { ticks } = useSurroundings().screens;
  const { removal, stick } = step;
  if (isFree(step)) return null;
  if (removal.is === "ejecting") return <progress className="wide" aria-label={ticks.toEject} />;
  const name = driveName(stick);
  return (
    <div className="actions stay">
      <BigButton onClick={() => send({ is: "eject-wanted" })}>
        {removal.is === "refused" ? ticks.ejectAgain(name) : ticks.eject(name)}
      </BigButton>
    </div>
  );
}

/** Why the system did not let go of the stick, and its own way. Above the ticks, where a small window shows it. */
export function EjectProblem({ step }: { readonly step: DoneStep }) {
  const { platform, screens } = useSurroundings();
  const { ticks } = screens;
  if (step.removal.is !== "refused") return null;
  return (
    <ProblemNote problem={step.removal.problem}>
      <p>{ticks.bySystem(ticks.howToRemove(platform, driveName(step.stick)))}</p>
    </ProblemNote>
  );
}
