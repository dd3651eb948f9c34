import { useEffect, useRef } from "react";
import { nextAction } from "../../core/trip/next-action.ts";
import { hopOf, type Trip } from "../../core/trip/trip.ts";
import { tripMap } from "../../core/trip/trip-map.ts";
import { factsOf } from "../facts.ts";
import { useSurroundings } from "../surroundings.tsx";

/** Where one is, what to do now, and one sentence. The focus goes here at each step, so that it is heard and seen first. */
export function Headline({ trip }: { readonly trip: Trip }) {
  const { frame, actions } = useSurroundings().screens;
  const heading = useRef<HTMLHeadingElement>(null);
  const { at } = trip.step;
  const drawn = useRef(at);
  useEffect(() => {
    if (drawn.current === at) return;
    drawn.current = at;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [at]);

  const facts = factsOf(trip);
  const action = actions[nextAction(trip)];
  const hop = hopOf(trip.step);
  const headline = action.headline(facts);
  const sentence = action.sentence(facts);
  return (
    <>
      {hop && trip.computer ? (
        <p className="eyebrow">
          <span>{frame.computer(trip.computer)}</span>
          <span>{frame.hopOf(hop)}</span>
          <span className="walks-too">{frame.walksLeft(tripMap(trip).walksLeft)}</span>
        </p>
      ) : null}
      <h1 ref={heading} tabIndex={-1}>
        {headline}
      </h1>
      <p className="sentence">{sentence}</p>
      {/* The one polite region: also tells what changes within a step, as when a link is found good. */}
      <p className="unseen" role="status">
        {headline}
      </p>
    </>
  );
}
