import type { Drive } from "../../core/drive.ts";
import { driveName } from "../../core/text/drive-name.ts";
import { nextAction } from "../../core/trip/next-action.ts";
import { stickHint } from "../../core/trip/stick-hint.ts";
import { mayTake } from "../../core/trip/sticks.ts";
import { isFolder, type Trip, type TripEvent } from "../../core/trip/trip.ts";
import { useSurroundings } from "../surroundings.tsx";
import { QuietButton } from "./buttons.tsx";
import { StickDrawing } from "./drawings.tsx";
import { DriveFacts } from "./drive-facts.tsx";
import { StickChoices } from "./stick-choices.tsx";
import { StickContentsList } from "./stick-contents-list.tsx";

interface PanelProps {
  readonly trip: Trip;
  send(event: TripEvent): void;
}

/** The stick in hand and what is on it; the others; and the way out for whoever has none. */
export function StickPanel({ trip, send }: PanelProps) {
  const { stick } = useSurroundings().screens;
  const { drives, stick: chosen } = trip;
  const others = drives.filter((drive) => drive.usable && !drive.hidden && drive.id !== chosen?.drive.id);
  const unusable = drives.filter((drive) => !drive.usable && !drive.hidden);
  // While a step waits for a stick it says itself what this one is good for.
  const hint = trip.step.at === "request.link" ? stickHint(trip) : null;
  const free = mayTake(trip.step);
  const choosing = nextAction(trip) === "choose-stick"; // then the step itself shows them
  return (
    <aside className="panel" aria-labelledby="stick-title">
      <h2 id="stick-title">{chosen && isFolder(chosen.drive) ? stick.folderTitle : stick.title}</h2>
      {chosen ? (
        <DriveCard drive={chosen.drive} />
      ) : (
        <p className="absent">{others.length > 0 ? stick.noneChosen : stick.none}</p>
      )}
      {chosen ? <StickContentsList reading={chosen.reading} /> : null}
      {hint ? <p className="hint">{stick.hint(hint)}</p> : null}
      {choosing || !free ? null : <OtherSticks drives={others} send={send} />}
      {unusable.length > 0 ? <Unusable drives={unusable} /> : null}
      {free ? (
        <div className="foot">
          {chosen ? (
            <QuietButton onClick={() => send({ is: "stick-chosen", stick: chosen.drive.id })}>
              {stick.readAgain}
            </QuietButton>
          ) : null}
          <QuietButton onClick={() => send({ is: "folder-wanted" })}>{stick.chooseFolder}</QuietButton>
        </div>
      ) : null}
    </aside>
  );
}

function DriveCard({ drive }: { readonly drive: Drive }) {
  const { screens, texts } = useSurroundings();
  return (
    <div className="drive">
      {isFolder(drive) ? null : <StickDrawing tight />}
      <p className="drive-name">{driveName(drive)}</p>
      <DriveFacts drive={drive} />
      {drive.readOnly ? <p className="word">{screens.stick.readOnly}</p> : null}
      {drive.reason ? <p className="word">{texts.notices.driveReasons[drive.reason]}</p> : null}
    </div>
  );
}

function OtherSticks({ drives, send }: { readonly drives: readonly Drive[]; readonly send: PanelProps["send"] }) {
  const { stick } = useSurroundings().screens;
  if (drives.length === 0) return null;
  return (
    <div className="others">
      <h3>{stick.others}</h3>
      <StickChoices drives={drives} send={send} />
    </div>
  );
}

function Unusable({ drives }: { readonly drives: readonly Drive[] }) {
  const { screens, texts } = useSurroundings();
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
