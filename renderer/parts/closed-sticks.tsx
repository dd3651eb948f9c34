import { useId } from "react";
import type { Drive } from "../../core/drives/drive.ts";
import { driveName } from "../../core/text/drive-name.ts";
import { closedSticks } from "../../core/trip/mounting.ts";
import type { Mounting, Trip, TripEvent } from "../../core/trip/trip.ts";
import { useAppContext } from "../app-context.tsx";
import { SmallButton } from "./buttons.tsx";
import { DriveFacts } from "./drive-facts.tsx";
import { ProblemNote } from "./problem-note.tsx";

interface ClosedSticksProps {
  readonly trip: Trip;
  send(event: TripEvent): void;
}

/** Sticks that are plugged in, but that this computer has not opened: each with what can be done about it. */
export function ClosedSticks({ trip, send }: ClosedSticksProps) {
  return (
    <ul className="stick-choices closed">
      {closedSticks(trip).map((drive) => (
        <ClosedStick
          key={drive.id}
          drive={drive}
          mounting={trip.mounting?.drive === drive.id ? trip.mounting : null}
          open={() => send({ type: "mount-wanted", drive: drive.id })}
        />
      ))}
    </ul>
  );
}

interface ClosedStickProps {
  readonly drive: Drive;
  readonly mounting: Mounting | null;
  open(): void;
}

function ClosedStick({ drive, mounting, open }: ClosedStickProps) {
  const { platform, screens } = useAppContext();
  const { stick } = screens;
  const why = drive.reason === "unreadable" ? "unreadable" : "not-mounted";
  const byHand = why === "not-mounted" && platform === "win32"; // Windows mounts by itself, or not at all
  const problem = byHand ? ({ code: "stick-mount-by-hand", platform } as const) : (mounting?.problem ?? null);
  const atWork = mounting !== null && !mounting.problem;
  const saying = useId();
  const name = driveName(drive);
  return (
    <li>
      <p className="drive-name">{name}</p>
      <DriveFacts drive={drive} />
      <p className="word">{stick.whyClosed[why]}</p>
      {/* What was there before anybody pressed anything is not called out. */}
      {problem ? <ProblemNote problem={problem} calm={byHand} /> : null}
      <p className="aside" role="status" id={saying}>
        {atWork ? stick.opening : ""}
      </p>
      {atWork ? <progress aria-label={stick.opening} /> : null}
      {byHand ? null : (
        <SmallButton idleBy={atWork ? saying : undefined} onClick={open}>
          {why === "unreadable" ? stick.lookAgain(name) : stick.mount(name)}
        </SmallButton>
      )}
    </li>
  );
}
