import { type RefObject, useEffect, useRef, useState } from "react";
import { type NextAction, nextAction } from "../../core/trip/next-action.ts";
import { type Stage, stepOf, type Trip } from "../../core/trip/trip.ts";
import { tripMap } from "../../core/trip/trip-map.ts";
import { useAppContext } from "../app-context.tsx";
import { factsOf } from "../facts.ts";
import { Unbroken } from "./unbroken.tsx";

/** Where one is, what to do now, and one sentence. The focus goes here at each step, so that it is heard and seen first. */
export function Headline({ trip }: { readonly trip: Trip }) {
  const { frame, actions } = useAppContext().screens;
  const facts = factsOf(trip);
  const action = nextAction(trip);
  const step = stepOf(trip.stage);
  const headline = actions[action].headline(facts);
  const sentence = actions[action].sentence(facts);
  const [heading, news] = useNews({ type: trip.stage.type, action, headline });
  return (
    <>
      {step && trip.computer ? (
        <p className="eyebrow">
          <span>{frame.computer(trip.computer)}</span>
          <span>{frame.stepOf(step)}</span>
          <span className="walks-too">{frame.walksLeft(tripMap(trip).walksLeft)}</span>
        </p>
      ) : null}
      <h1 ref={heading} tabIndex={-1}>
        <Unbroken>{headline}</Unbroken>
      </h1>
      <p className="sentence">
        <Unbroken>{sentence}</Unbroken>
      </p>
      {/* The one polite region: tells what changes within a step, as when a link is found good. */}
      <p className="unseen" role="status">
        {news}
      </p>
    </>
  );
}

interface Told {
  readonly type: Stage["type"];
  readonly action: NextAction;
  readonly headline: string;
}

/**
 * Each change of the headline is heard once: by the focus at a new step, and where what had it is gone, as a button that
 * was pressed; else as news, since whoever is in a field stays there.
 */
function useNews({ type, action, headline }: Told): [RefObject<HTMLHeadingElement | null>, string] {
  const heading = useRef<HTMLHeadingElement>(null);
  const told = useRef<Told>({ type, action, headline });
  const [news, setNews] = useState("");
  useEffect(() => {
    const before = told.current;
    told.current = { type, action, headline };
    const lost = before.action !== action && document.activeElement === document.body;
    if (before.type !== type) window.scrollTo(0, 0);
    if (before.type !== type || lost) {
      heading.current?.focus({ preventScroll: before.type !== type });
      setNews("");
    } else if (before.headline !== headline) {
      setNews(headline);
    }
  }, [type, action, headline]);
  return [heading, news];
}
