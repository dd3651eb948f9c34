import { driveName } from "../../core/text/drive-name.ts";
import { type DoneStep, isFree } from "../../core/trip/removal.ts";
import type { TripEvent } from "../../core/trip/trip.ts";
import { useSurroundings } from "../surroundings.tsx";
import { Actions, BigButton, QuietButton } from "./buttons.tsx";
import { ProblemNote } from "./problem-note.tsx";

interface EjectProps {
  readonly step: DoneStep;
  send(event: TripEvent): void;
}

/** The one thing to do at the end of a hop: let the system let go of the stick. Nothing once it is out, or for a folder. */
export function Eject({ step, send }: EjectProps) {
  const { ticks } = useSurroundings().screens;
  if (isFree(step)) return null;
  if (step.removal.type === "ejecting") return <progress className="wide" aria-label={ticks.toEject} />;
  return (
    <Actions>
      <EjectButton step={step} send={send} />
    </Actions>
  );
}

/** The same as a button alone, for where something else may be the one thing to do: then it is quiet. */
export function EjectButton({ step, send, quiet = false }: EjectProps & { readonly quiet?: boolean }) {
  const { ticks } = useSurroundings().screens;
  if (isFree(step)) return null;
  const name = driveName(step.stick);
  const Button = quiet ? QuietButton : BigButton;
  return (
    <Button onClick={() => send({ type: "eject-wanted" })}>
      {step.removal.type === "refused" ? ticks.ejectAgain(name) : ticks.eject(name)}
    </Button>
  );
}

/** Why the system did not let go of the stick, and its own way. Above the ticks, where a small window shows it. */
export function EjectProblem({ step }: { readonly step: DoneStep }) {
  const { platform, screens } = useSurroundings();
  const { ticks } = screens;
  if (step.removal.type !== "refused") return null;
  return (
    <ProblemNote problem={step.removal.problem}>
      <p>{ticks.bySystem(ticks.howToRemove(platform, driveName(step.stick)))}</p>
    </ProblemNote>
  );
}
