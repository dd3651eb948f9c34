import { driveName } from "../../core/text/drive-name.ts";
import { nextAction } from "../../core/trip/next-action.ts";
import { stickHint } from "../../core/trip/stick-hint.ts";
import { isFolder, type Trip } from "../../core/trip/trip.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { AwaitedStick } from "../parts/awaited-stick.tsx";
import { Actions, SecondaryButton } from "../parts/buttons.tsx";
import { CarryOut } from "../parts/carry-out.tsx";
import { ProblemNote } from "../parts/problem-note.tsx";
import { StickProblem } from "../parts/stick-problem.tsx";
import { Unbroken } from "../parts/unbroken.tsx";

/** Steps 2 and 3 begin with the stick: waits for one, and says what the one in hand lacks. */
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
      <CarryOut trip={trip} send={send} />
      <AwaitedStick trip={trip} send={send} />
      {action === "wait-for-stick" ? <ScanBar trip={trip} /> : null}
      {stage.type === "deliver.stick" ? (
        <Actions>
          <SecondaryButton onClick={() => send({ type: "step-chosen", step: "request" })}>
            {deliver.noKeyYet}
          </SecondaryButton>
        </Actions>
      ) : null}
    </>
  );
}

/** How the chosen stick is taken out safely on this system; nothing for a folder. */
function HowToRemove({ trip }: { readonly trip: Trip }) {
  const { platform, screens } = useAppContext();
  if (!trip.stick || isFolder(trip.stick.drive)) return null;
  return <p>{screens.ticks.howToRemove(platform, driveName(trip.stick.drive))}</p>;
}

/** A bar that only moves until the scan says how far it is, which it does after a second. */
function ScanBar({ trip }: Pick<ScreenProps<"fetch.stick">, "trip">) {
  const { stick } = useAppContext().screens;
  const { reading } = trip.stick ?? {};
  const progress = reading?.type === "reading" ? reading.progress : undefined;
  const far = progress ? { value: progress.done, max: progress.total } : {};
  return <progress className="wide" aria-label={stick.reading} {...far} />;
}
