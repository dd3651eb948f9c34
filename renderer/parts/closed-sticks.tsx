import { useId } from "react";
import type { Drive } from "../../core/drives/drive.ts";
import { driveName } from "../../core/text/drive-name.ts";
import { closedSticks } from "../../core/trip/mounting.ts";
import type { Mounting } from "../../core/trip/trip.ts";
import { type TripProps, useAppContext } from "../app-context.tsx";
import { SmallButton } from "./buttons.tsx";
import { DriveFacts } from "./drive-facts.tsx";
import { ProblemNote } from "./problem-note.tsx";

/** The sticks that are plugged in but not mounted, each with its remedy. */
export function ClosedSticks({ trip, send }: TripProps) {
  return (
    <ul className="stick-choices closed">
      {closedSticks(trip).map((drive) => (
        <ClosedStick
          key={drive.id}
          drive={drive}
          mounting={trip.mounting?.drive === drive.id ? trip.mounting : null}
          mount={() => send({ type: "mount-wanted", drive: drive.id })}
        />
      ))}
    </ul>
  );
}

interface ClosedStickProps {
  readonly drive: Drive;
  readonly mounting: Mounting | null;
  mount(): void;
}

function ClosedStick({ drive, mounting, mount }: ClosedStickProps) {
  const { platform, screens } = useAppContext();
  const { stick } = screens;
  const reason = drive.reason === "unreadable" ? "unreadable" : "not-mounted";
  const byHand = reason === "not-mounted" && platform === "win32"; // Windows mounts by itself, or not at all
  const problem = byHand ? ({ code: "stick-mount-by-hand", platform } as const) : (mounting?.problem ?? null);
  const isMounting = mounting !== null && !mounting.problem;
  const statusId = useId();
  const name = driveName(drive);
  return (
    <li>
      <p className="drive-name">{name}</p>
      <DriveFacts drive={drive} />
      <p className="word">{stick.whyClosed[reason]}</p>
      {/* The hint to mount by hand is there before any action, so it is no alert. */}
      {problem ? <ProblemNote problem={problem} silent={byHand} /> : null}
      <p className="aside" role="status" id={statusId}>
        {isMounting ? stick.opening : ""}
      </p>
      {isMounting ? <progress aria-label={stick.opening} /> : null}
      {byHand ? null : (
        <SmallButton disabledBy={isMounting ? statusId : undefined} onClick={mount}>
          {reason === "unreadable" ? stick.recheck(name) : stick.mount(name)}
        </SmallButton>
      )}
    </li>
  );
}
