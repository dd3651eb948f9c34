import type { Drive } from "../../core/drives/drive.ts";
import { driveName } from "../../core/text/drive-name.ts";
import { explainProblem } from "../../core/text/explain-problem.ts";
import { usableSticks } from "../../core/trip/chosen-stick.ts";
import { closedSticks } from "../../core/trip/mounting.ts";
import { nextAction } from "../../core/trip/next-action.ts";
import { asDone, mayTake } from "../../core/trip/removal.ts";
import { stickHint } from "../../core/trip/stick-hint.ts";
import { isAtWork } from "../../core/trip/transition.ts";
import { type ChosenStick, isFolder } from "../../core/trip/trip.ts";
import { type TripProps, useAppContext } from "../app-context.tsx";
import { SecondaryButton } from "./buttons.tsx";
import { ClosedSticks } from "./closed-sticks.tsx";
import { StickDrawing } from "./drawings.tsx";
import { DriveFacts } from "./drive-facts.tsx";
import { ProblemNote } from "./problem-note.tsx";
import { StickChoices } from "./stick-choices.tsx";
import { StickContentsList } from "./stick-contents-list.tsx";
import { Unbroken } from "./unbroken.tsx";

/** The chosen stick and its contents, the other sticks, and the choice of a folder instead. */
export function StickPanel({ trip, send }: TripProps) {
  const { stick } = useAppContext().screens;
  const { drives, stick: chosen } = trip;
  const others = usableSticks(trip).filter((drive) => drive.id !== chosen?.drive.id);
  const closed = closedSticks(trip);
  const unusable = drives.filter((drive) => !drive.usable && !drive.hidden && !closed.includes(drive));
  // In other stages the screen itself shows the hint.
  const hint = trip.stage.type === "request.link" ? stickHint(trip) : null;
  const mayChoose = mayTake(trip.stage);
  const action = nextAction(trip);
  const screenListsSticks = action === "choose-stick";
  // At the end of a step, an unmounted stick is most likely the one that was just ejected.
  const showClosed =
    closed.length > 0 && action !== "open-stick" && asDone(trip.stage) === null && !isAtWork(trip.stage);
  /** An ejected stick is still plugged in, so "no stick" would be wrong. */
  const noStickText = () => {
    const done = asDone(trip.stage);
    if (done?.removal.type === "safe") return stick.ejected(driveName(done.stick));
    return others.length + closed.length > 0 ? stick.noneChosen : stick.none;
  };
  return (
    <aside className="panel" aria-labelledby="stick-title">
      <h2 id="stick-title">{chosen && isFolder(chosen.drive) ? stick.folderTitle : stick.title}</h2>
      {chosen ? (
        <DriveCard stick={chosen} showReason={action !== "mend-stick"} />
      ) : (
        <p className="absent">{noStickText()}</p>
      )}
      {trip.drivesProblem ? <ProblemNote problem={trip.drivesProblem} /> : null}
      {chosen ? <StickContentsList reading={chosen.reading} /> : null}
      {hint ? (
        <p className="hint">
          <Unbroken>{stick.hint(hint)}</Unbroken>
        </p>
      ) : null}
      {showClosed ? (
        <div className="others">
          <h3>{stick.closed}</h3>
          <ClosedSticks trip={trip} send={send} />
        </div>
      ) : null}
      {screenListsSticks || !mayChoose ? null : <OtherSticks drives={others} send={send} />}
      {unusable.length > 0 ? <Unusable drives={unusable} /> : null}
      {mayChoose && action !== "trip-complete" ? (
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

/** The choice of a folder instead of a stick, or the note that the site's policy forbids it. */
function ChooseFolder({ trip, send }: TripProps) {
  const { policy, stick } = useAppContext().screens;
  if (!trip.policy.allowFolders) return <p className="hint">{policy.noFolders}</p>;
  return <SecondaryButton onClick={() => send({ type: "folder-wanted" })}>{stick.chooseFolder}</SecondaryButton>;
}

interface DriveCardProps {
  readonly stick: ChosenStick;
  /** Whether to show why the stick is read-only. False if the screen shows it. */
  readonly showReason: boolean;
}

function DriveCard({ stick, showReason }: DriveCardProps) {
  const { language, screens, texts } = useAppContext();
  const { drive, whyReadOnly } = stick;
  return (
    <div className="drive">
      {isFolder(drive) ? null : <StickDrawing tight />}
      <p className="drive-name">{driveName(drive)}</p>
      <DriveFacts drive={drive} />
      {drive.readOnly ? <p className="word">{screens.stick.readOnly}</p> : null}
      {whyReadOnly && showReason ? <p>{explainProblem(language, whyReadOnly).message}</p> : null}
      {drive.reason ? <p className="word">{texts.notices.driveReasons[drive.reason]}</p> : null}
    </div>
  );
}

function OtherSticks({ drives, send }: { readonly drives: readonly Drive[]; readonly send: TripProps["send"] }) {
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
