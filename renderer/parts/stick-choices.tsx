import type { Drive } from "../../core/drives/drive.ts";
import { driveName } from "../../core/text/drive-name.ts";
import type { TripEvent } from "../../core/trip/trip.ts";
import { useAppContext } from "../app-context.tsx";
import { SmallButton } from "./buttons.tsx";
import { DriveFacts } from "./drive-facts.tsx";

interface StickChoicesProps {
  readonly drives: readonly Drive[];
  send(event: TripEvent): void;
}

/** The usable sticks, each with a button: with several sticks the program never chooses by itself. */
export function StickChoices({ drives, send }: StickChoicesProps) {
  const { screens, texts } = useAppContext();
  return (
    <ul className="stick-choices">
      {drives.map((drive) => (
        <li key={drive.id}>
          <p className="drive-name">{driveName(drive)}</p>
          <DriveFacts drive={drive} />
          {drive.reason ? <p className="word">{texts.notices.driveReasons[drive.reason]}</p> : null}
          <SmallButton onClick={() => send({ type: "stick-chosen", stick: drive.id })}>
            {screens.stick.choose(driveName(drive))}
          </SmallButton>
        </li>
      ))}
    </ul>
  );
}
