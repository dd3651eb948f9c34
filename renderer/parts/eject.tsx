import { driveName } from "../../core/text/drive-name.ts";
import { type DoneStage, isFree } from "../../core/trip/removal.ts";
import type { TripEvent } from "../../core/trip/trip.ts";
import { useAppContext } from "../app-context.tsx";
import { Actions, PrimaryButton, SecondaryButton } from "./buttons.tsx";
import { ProblemNote } from "./problem-note.tsx";

interface EjectProps {
  readonly stage: DoneStage;
  send(event: TripEvent): void;
}

/** The one thing to do at the end of a step: let the system let go of the stick. Nothing once it is out, or for a folder. */
export function Eject({ stage, send }: EjectProps) {
  const { ticks } = useAppContext().screens;
  if (isFree(stage)) return null;
  if (stage.removal.type === "ejecting") return <progress className="wide" aria-label={ticks.toEject} />;
  return (
    <Actions>
      <EjectButton stage={stage} send={send} />
    </Actions>
  );
}

/** The same as a button alone, for where something else may be the one thing to do: then it is quiet. */
export function EjectButton({ stage, send, quiet = false }: EjectProps & { readonly quiet?: boolean }) {
  const { ticks } = useAppContext().screens;
  if (isFree(stage)) return null;
  const name = driveName(stage.stick);
  const Button = quiet ? SecondaryButton : PrimaryButton;
  return (
    <Button onClick={() => send({ type: "eject-wanted" })}>
      {stage.removal.type === "refused" ? ticks.ejectAgain(name) : ticks.eject(name)}
    </Button>
  );
}

/** Why the system did not let go of the stick, and its own way. Above the ticks, where a small window shows it. */
export function EjectProblem({ stage }: { readonly stage: DoneStage }) {
  const { platform, screens } = useAppContext();
  const { ticks } = screens;
  if (stage.removal.type !== "refused") return null;
  return (
    <ProblemNote problem={stage.removal.problem}>
      <p>{ticks.bySystem(ticks.howToRemove(platform, driveName(stage.stick)))}</p>
    </ProblemNote>
  );
}
