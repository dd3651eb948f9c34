import type { Drive } from "../../core/drives/drive.ts";
import { isFolder, type Removal, type Step } from "../../core/trip/trip.ts";
import { useAppContext } from "../app-context.tsx";
import { CheckMark } from "./drawings.tsx";

interface StepChecklistProps {
  /** Null if the stick was only ejected. */
  readonly step: Step | null;
  readonly stick: Drive;
  readonly removal: Removal;
}

/** The checklist at the end of a step. The stick leaves the computer only after its last item. */
export function StepChecklist({ step, stick, removal }: StepChecklistProps) {
  const { checklist } = useAppContext().screens;
  return (
    <ul className="ticks" aria-label={checklist.title}>
      {step ? <ChecklistItem done>{step === "deliver" ? checklist.copied : checklist.written}</ChecklistItem> : null}
      {step ? (
        <ChecklistItem done>{step === "deliver" ? checklist.activated : checklist.readBack}</ChecklistItem>
      ) : null}
      {isFolder(stick) ? (
        <ChecklistItem done>{checklist.nothingToRemove}</ChecklistItem>
      ) : (
        <RemovalItem removal={removal} />
      )}
    </ul>
  );
}

/** Done only if the system confirmed the eject, or if the stick is unplugged. */
function RemovalItem({ removal }: Pick<StepChecklistProps, "removal">) {
  const { checklist } = useAppContext().screens;
  switch (removal.type) {
    case "in":
    case "ejecting":
    case "refused":
      return <ChecklistItem done={false}>{checklist.toEject}</ChecklistItem>;
    case "safe":
      return (
        <ChecklistItem done detail={checklist.pullOut}>
          {checklist.safe}
        </ChecklistItem>
      );
    case "away":
      return <ChecklistItem done>{checklist.removed}</ChecklistItem>;
  }
}

interface ChecklistItemProps {
  readonly done: boolean;
  readonly detail?: string | null;
  readonly children: string;
}

function ChecklistItem({ done, detail = null, children }: ChecklistItemProps) {
  const { checklist } = useAppContext().screens;
  return (
    <li className={done ? "done" : "open"}>
      <span className="box">{done ? <CheckMark /> : null}</span>
      <span>
        <strong>{children}</strong>
        <span className="unseen"> ({done ? checklist.done : checklist.open})</span>
        {detail ? <span className="detail">{detail}</span> : null}
      </span>
    </li>
  );
}
