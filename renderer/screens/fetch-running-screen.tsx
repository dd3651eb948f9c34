import type { FetchProgress } from "../../core/hop-results.ts";
import type { Asked } from "../../core/trip/trip.ts";
import { Actions, QuietButton } from "../parts/buttons.tsx";
import { type ScreenProps, useSurroundings } from "../surroundings.tsx";

type Phase = FetchProgress["phase"] | "waiting";

/** How far each phase is, so that the bar only ever moves on. */
const REACHED: Readonly<Record<Phase, number>> = {
  waiting: 0,
  asking: 1,
  receiving: 2,
  writing: 3,
  "reading-back": 4,
  done: 5,
};

/** Hop 2 at work: what is happening to each request. */
export function FetchRunningScreen({ step, send }: ScreenProps<"fetch.running">) {
  const { fetch } = useSurroundings().screens;
  const phaseOf = ({ ticket }: Asked): Phase => {
    // A link saved by hand gets its ticket on the way: then there is only one.
    const own = step.progress.find(({ ticketId }) => ticket === null || ticketId === ticket);
    return own?.phase ?? "waiting";
  };
  return (
    <>
      <ul className="rows">
        {step.asked.map((asked) => (
          <RunningRow key={asked.ticket ?? "by hand"} asked={asked} phase={phaseOf(asked)} />
        ))}
      </ul>
      <Actions>
        {step.cancelling ? (
          <p role="status">{fetch.cancelling}</p>
        ) : (
          <QuietButton onClick={() => send({ is: "cancel-wanted" })}>{fetch.cancel}</QuietButton>
        )}
      </Actions>
    </>
  );
}

function RunningRow({ asked, phase }: { readonly asked: Asked; readonly phase: Phase }) {
  const { fetch, stick } = useSurroundings().screens;
  const name = asked.assetId ?? stick.unknownAssetId;
  return (
    <li className="row running">
      <span className="name">{name}</span>
      <span className="state">{fetch.phases[phase]}</span>
      <progress max={REACHED.done} value={REACHED[phase]} aria-label={`${fetch.progress}: ${name}`} />
    </li>
  );
}
