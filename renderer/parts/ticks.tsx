import type { Drive } from "../../core/drive.ts";
import { driveName } from "../../core/text/drive-name.ts";
import { type Hop, isFolder } from "../../core/trip/trip.ts";
import { useSurroundings } from "../surroundings.tsx";
import { TickMark } from "./drawings.tsx";

interface TicksProps {
  readonly hop: Hop;
  readonly stick: Drive;
  readonly away: boolean;
}

/** The three ticks that end a hop: nobody walks before the third. */
export function Ticks({ hop, stick, away }: TicksProps) {
  const { platform, screens } = useSurroundings();
  const { ticks } = screens;
  const folder = isFolder(stick);
  const out = away || folder;
  return (
    <ul className="ticks" aria-label={ticks.title}>
      <Tick done>{hop === "deliver" ? ticks.copied : ticks.written}</Tick>
      <Tick done>{hop === "deliver" ? ticks.activated : ticks.readBack}</Tick>
      <Tick done={out} detail={out ? null : ticks.howToRemove(platform, driveName(stick))}>
        {folder ? ticks.nothingToRemove : out ? ticks.removed : ticks.remove}
      </Tick>
    </ul>
  );
}

interface TickProps {
  readonly done: boolean;
  readonly detail?: string | null;
  readonly children: string;
}

function Tick({ done, detail = null, children }: TickProps) {
  const { ticks } = useSurroundings().screens;
  return (
    <li className={done ? "done" : "open"}>
      <span className="box">{done ? <TickMark /> : null}</span>
      <span>
        <strong>{children}</strong>
        <span className="unseen"> ({done ? ticks.done : ticks.open})</span>
        {detail ? <span className="detail">{detail}</span> : null}
      </span>
    </li>
  );
}
