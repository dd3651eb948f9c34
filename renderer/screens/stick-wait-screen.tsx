import { driveName } from "../../core/text/drive-name.ts";
import { nextAction } from "../../core/trip/next-action.ts";
import { stickHint } from "../../core/trip/stick-hint.ts";
import { isFolder, type Trip } from "../../core/trip/trip.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { Actions, StepButton } from "../parts/buttons.tsx";
import { EjectToCarry } from "../parts/eject.tsx";
import { ProblemNote } from "../parts/problem-note.tsx";
import { StickProblem } from "../parts/stick-problem.tsx";
import { StickPrompt } from "../parts/stick-prompt.tsx";
import { Unbroken } from "../parts/unbroken.tsx";

/** The beginning of steps 2 and 3: waits for a usable stick and says what the chosen one lacks. */
export function StickWaitScreen({ trip, stage, send }: ScreenProps<"fetch.stick" | "deliver.stick">) {
  const { deliver, stick } = useAppContext().screens;
  const action = nextAction(trip);
  const hint = stickHint(trip);
  const another = hint?.type === "another-stick" ? hint : null;
  return (
    <>
      {trip.problem ? <ProblemNote problem={trip.problem} /> : null}
      <StickProblem trip={trip} send={send} />
      {another ? (
        <p className="lead">
          <Unbroken>{stick.hint(another)}</Unbroken>
        </p>
      ) : null}
      {another ? <HowToRemove trip={trip} /> : null}
      <EjectToCarry trip={trip} send={send} />
      <StickPrompt trip={trip} send={send} />
      {action === "wait-for-stick" ? <ScanBar trip={trip} /> : null}
      {stage.type === "deliver.stick" ? (
        <Actions>
          <StepButton step="request" send={send}>
            {deliver.noKeyYet}
          </StepButton>
        </Actions>
      ) : null}
    </>
  );
}

/** How to eject the chosen stick on this system. Draws nothing for a folder. */
function HowToRemove({ trip }: { readonly trip: Trip }) {
  const { platform, screens } = useAppContext();
  if (!trip.stick || isFolder(trip.stick.drive)) return null;
  return <p>{screens.checklist.howToRemove(platform, driveName(trip.stick.drive))}</p>;
}

/** The progress of the scan. The scan reports figures only after a second; until then the bar is indeterminate. */
function ScanBar({ trip }: Pick<ScreenProps<"fetch.stick">, "trip">) {
  const { stick } = useAppContext().screens;
  const { reading } = trip.stick ?? {};
  const progress = reading?.type === "reading" ? reading.progress : undefined;
  const values = progress ? { value: progress.done, max: progress.total } : {};
  return <progress className="wide" aria-label={stick.reading} {...values} />;
}
