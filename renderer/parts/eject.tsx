import { driveName } from "../../core/text/drive-name.ts";
import { carried } from "../../core/trip/carrying.ts";
import { type DoneStage, isFree } from "../../core/trip/removal.ts";
import { isFolder, type TripEvent } from "../../core/trip/trip.ts";
import { type TripProps, useAppContext } from "../app-context.tsx";
import { Actions, PrimaryButton, SecondaryButton } from "./buttons.tsx";
import { ProblemNote } from "./problem-note.tsx";
import { StepChecklist } from "./step-checklist.tsx";

interface EjectProps {
  readonly stage: DoneStage;
  send(event: TripEvent): void;
}

/** The eject button as the next action of a finished step. Draws nothing once the stick is ejected, or for a folder. */
export function Eject({ stage, send }: EjectProps) {
  const { checklist } = useAppContext().screens;
  if (isFree(stage)) return null;
  if (stage.removal.type === "ejecting") return <progress className="wide" aria-label={checklist.toEject} />;
  return (
    <Actions>
      <EjectButton stage={stage} send={send} />
    </Actions>
  );
}

/** The eject button alone. `quiet` makes it secondary if the screen has another next action. */
export function EjectButton({ stage, send, quiet = false }: EjectProps & { readonly quiet?: boolean }) {
  const { checklist } = useAppContext().screens;
  if (isFree(stage)) return null;
  const name = driveName(stage.stick);
  const Button = quiet ? SecondaryButton : PrimaryButton;
  return (
    <Button onClick={() => send({ type: "eject-wanted" })}>
      {stage.removal.type === "refused" ? checklist.ejectAgain(name) : checklist.eject(name)}
    </Button>
  );
}

/** Why the eject failed, and how to eject without Keyferry. Stands above the checklist, where a small window shows it. */
export function EjectProblem({ stage }: { readonly stage: DoneStage }) {
  const { platform, screens } = useAppContext();
  const { checklist } = screens;
  if (stage.removal.type !== "refused") return null;
  return (
    <ProblemNote problem={stage.removal.problem}>
      <p>{checklist.bySystem(checklist.howToRemove(platform, driveName(stage.stick)))}</p>
    </ProblemNote>
  );
}

/** Ejects a stick whose requests or keys only have to be carried to the other computer. Draws nothing for another stick or a folder. */
export function EjectToCarry({ trip, send }: TripProps) {
  const stage = carried(trip);
  if (!stage || isFolder(stage.stick)) return null;
  return (
    <>
      <EjectProblem stage={stage} />
      {isFree(stage) ? <StepChecklist step={null} stick={stage.stick} removal={stage.removal} /> : null}
      <Eject stage={stage} send={send} />
    </>
  );
}
