import type { ReactNode } from "react";
import type { Trip } from "../../core/trip/trip.ts";
import { type MapState, type StepOnMap, tripMap } from "../../core/trip/trip-map.ts";
import { useAppContext } from "../app-context.tsx";
import { localTime } from "../local-time.ts";
import { CheckMark, ComputerDrawing, StickDrawing } from "./drawings.tsx";

/** The stick's whole route, always visible: the current station, what is done, and the trips left. */
export function TripMap({ trip }: { readonly trip: Trip }) {
  const { frame } = useAppContext().screens;
  const { stations, steps, tripsLeft } = tripMap(trip);
  const [request, fetch, deliver] = steps;
  const [, out = "next", , home = "next"] = stations;
  return (
    <section className="map" aria-label={frame.map}>
      <ol>
        {request ? <ComputerStation step={request} computer="B" /> : null}
        <StickStation state={out} carries={frame.carries.request} />
        {fetch ? <ComputerStation step={fetch} computer="A" /> : null}
        <StickStation state={home} carries={frame.carries.key} />
        {deliver ? <ComputerStation step={deliver} computer="B" /> : null}
      </ol>
      <p className="trips-left">{frame.tripsLeft(tripsLeft)}</p>
    </section>
  );
}

function ComputerStation({ step, computer }: { readonly step: StepOnMap; readonly computer: "A" | "B" }) {
  const { frame } = useAppContext().screens;
  return (
    <Station state={step.state} drawing={<ComputerDrawing letter={computer} />}>
      <span className="what">{frame.steps[step.step]}</span>
      <span className="detail">
        <span className="where">{frame.computer(computer)}</span>
        <span className="state">{step.when ? localTime(step.when).slice(5) : frame.mapStates[step.state]}</span>
      </span>
      {step.when ? <span className="unseen">{frame.mapStates[step.state]}</span> : null}
    </Station>
  );
}

function StickStation({ state, carries }: { readonly state: MapState; readonly carries: string }) {
  const { frame } = useAppContext().screens;
  return (
    <Station state={state} drawing={<StickDrawing />}>
      <span className="unseen">{frame.stick}</span>
      <span className="detail">{carries}</span>
      <span className="unseen">{frame.mapStates[state]}</span>
    </Station>
  );
}

interface StationProps {
  readonly state: MapState;
  readonly drawing: ReactNode;
  readonly children: ReactNode;
}

function Station({ state, drawing, children }: StationProps) {
  return (
    <li className={`station ${state}`} aria-current={state === "now" ? "step" : undefined}>
      <span className="picture">
        {drawing}
        {state === "done" ? <CheckMark /> : null}
      </span>
      <span className="words">{children}</span>
    </li>
  );
}
