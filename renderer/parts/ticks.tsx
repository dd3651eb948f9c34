import type { Drive } from "../../core/drives/drive.ts";
import { isFolder, type Removal, type Step } from "../../core/trip/trip.ts";
import { useAppContext } from "../app-context.tsx";
import { TickMark } from "./drawings.tsx";

interface TicksProps {
  /** Null where nothing was done but to let the stick go. */
  readonly step: Step | null;
  readonly stick: Drive;
  readonly removal: Removal;
}

/** The three ticks that end a step: nobody walks before the third. */
export function Ticks({ step, stick, removal }: TicksProps) {
  const { ticks } = useAppContext().screens;
  return (
    <ul className="ticks" aria-label={ticks.title}>
      {step ? <Tick done>{step === "deliver" ? ticks.copied : ticks.written}</Tick> : null}
      {step ? <Tick done>{step === "deliver" ? ticks.activated : ticks.readBack}</Tick> : null}
      {isFolder(stick) ? <Tick done>{ticks.nothingToRemove}</Tick> : <RemovalTick removal={removal} />}
    </ul>
  );
}

/** Done when the system has confirmed it, or when the stick was seen to go: never on our own word. */
function RemovalTick({ removal }: Pick<TicksProps, "removal">) {
  const { ticks } = useAppContext().screens;
  switch (removal.type) {
    case "in":
    case "ejecting":
    case "refused":
      return <Tick done={false}>{ticks.toEject}</Tick>;
    case "safe":
      return (
        <Tick done detail={ticks.pullOut}>
          {ticks.safe}
        </Tick>
      );
    case "away":
      return <Tick done>{ticks.removed}</Tick>;
  }
}

interface TickProps {
  readonly done: boolean;
  readonly detail?: string | null;
  readonly children: string;
}

function Tick({ done, detail = null, children }: TickProps) {
  const { ticks } = useAppContext().screens;
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
