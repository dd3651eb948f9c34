import type { Drive } from "../../core/drives/drive.ts";
import { driveName } from "../../core/text/drive-name.ts";
import { explainProblem } from "../../core/text/explain-problem.ts";
import { usableSticks } from "../../core/trip/chosen-stick.ts";
import { closedSticks } from "../../core/trip/mounting.ts";
import { nextAction } from "../../core/trip/next-action.ts";
import { asDone, mayTake } from "../../core/trip/removal.ts";
import { stickHint } from "../../core/trip/stick-hint.ts";
import { isAtWork } from "../../core/trip/transition.ts";
import { type ChosenStick, isFolder, type Trip, type TripEvent } from "../../core/trip/trip.ts";
import { useAppContext } from "../app-context.tsx";
import { SecondaryButton } from "./buttons.tsx";
import { ClosedSticks } from "./closed-sticks.tsx";
import { StickDrawing } from "./drawings.tsx";
import { DriveFacts } from "./drive-facts.tsx";
import { ProblemNote } from "./problem-note.tsx";
import { StickChoices } from "./stick-choices.tsx";
import { StickContentsList } from "./stick-contents-list.tsx";
import { Unbroken } from "./unbroken.tsx";

interface PanelProps {
  readonly trip: Trip;
  send(event: TripEvent): void;
}

/** The stick in hand and what is on it; the others; and the way out for whoever has none. */
export function StickPanel({ trip, send }: PanelProps) {
  const { stick } = useAppContext().screens;
  const { drives, stick: chosen } = trip;
  const others = usableSticks(trip).filter((drive) => drive.id !== chosen?.drive.id);
  const closed = closedSticks(trip);
  const unusable = drives.filter((drive) => !drive.usable && !drive.hidden && !closed.includes(drive));
  // While a step waits for a stick it says itself what this one is good for.
  const hint = trip.stage.type === "request.link" ? stickHint(trip) : null;
  const free = mayTake(trip.stage);
  const action = nextAction(trip);
  const choosing = action === "choose-stick"; // then the step itself shows them
  // Not at the end of a step either: there an unmounted stick is most likely the one that has just been ejected.
  const opening = closed.length > 0 && action !== "open-stick" && asDone(trip.stage) === null && !isAtWork(trip.stage);
  /** Nothing chosen is not the same as nothing there: an ejected stick is still in its port. */
  const absence = () => {
    const done = asDone(trip.stage);
    if (done?.removal.type === "safe") return stick.ejected(driveName(done.stick));
    return others.length + closed.length > 0 ? stick.noneChosen : stick.none;
  };
  return (
    <aside className="panel" aria-labelledby="stick-title">
      <h2 id="stick-title">{chosen && isFolder(chosen.drive) ? stick.folderTitle : stick.title}</h2>
      {chosen ? <DriveCard stick={chosen} reason={action !== "mend-stick"} /> : <p className="absent">{absence()}</p>}
      {trip.drivesProblem ? <ProblemNote problem={trip.drivesProblem} /> : null}
      {chosen ? <StickContentsList reading={chosen.reading} /> : null}
      {hint ? (
        <p className="hint">
          <Unbroken>{stick.hint(hint)}</Unbroken>
        </p>
      ) : null}
      {opening ? (
        <div className="others">
          <h3>{stick.closed}</h3>
          <ClosedSticks trip={trip} send={send} />
        </div>
      ) : null}
      {choosing || !free ? null : <OtherSticks drives={others} send={send} />}
      {unusable.length > 0 ? <Unusable drives={unusable} /> : null}
      {free && action !== "trip-complete" ? (
        <div className="foot">
          {chosen && action !== "mend-stick" ? (
            <SecondaryButton onClick={() => send({ type: "stick-chosen", stick: chosen.drive.id })}>
              {stick.readAgain}
            </SecondaryButton>
          ) : null}
          <ChooseFolder trip={trip} send={send} />
        </div>
      ) : null}
    </aside>
  );
}

/** The way out for whoever has no stick, or why there is none at this site. */
function ChooseFolder({ trip, send }: PanelProps) {
  const { policy, stick } = useAppContext().screens;
  if (!trip.policy.allowFolders) return <p className="hint">{policy.noFolders}</p>;
  return <SecondaryButton onClick={() => send({ type: "folder-wanted" })}>{stick.chooseFolder}</SecondaryButton>;
}

interface DriveCardProps {
  readonly stick: ChosenStick;
  /** Whether the reason for being read-only is to be told here: a step that cannot go on tells it itself. */
  readonly reason: boolean;
}

function DriveCard({ stick, reason }: DriveCardProps) {
  const { language, screens, texts } = useAppContext();
  const { drive, whyReadOnly } = stick;
  return (
    <div className="drive">
      {isFolder(drive) ? null : <StickDrawing tight />}
      <p className="drive-name">{driveName(drive)}</p>
      <DriveFacts drive={drive} />
      {drive.readOnly ? <p className="word">{screens.stick.readOnly}</p> : null}
      {whyReadOnly && reason ? <p>{explainProblem(language, whyReadOnly).message}</p> : null}
      {drive.reason ? <p className="word">{texts.notices.driveReasons[drive.reason]}</p> : null}
    </div>
  );
}

function OtherSticks({ drives, send }: { readonly drives: readonly Drive[]; readonly send: PanelProps["send"] }) {
  const { stick } = useAppContext().screens;
  if (drives.length === 0) return null;
  return (
    <div className="others">
      <h3>{stick.others}</h3>
      <StickChoices drives={drives} send={send} />
    </div>
  );
}

function Unusable({ drives }: { readonly drives: readonly Drive[] }) {
  const { screens, texts } = useAppContext();
  return (
    <details>
      <summary>{screens.stick.unusable(drives.length)}</summary>
      <ul>
        {drives.map((drive) => (
          <li key={drive.id}>
            <p className="drive-name">{driveName(drive)}</p>
            {drive.reason ? <p className="word">{texts.notices.driveReasons[drive.reason]}</p> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
