import { type RefObject, useEffect, useRef, useState } from "react";
import { type NextAction, nextAction } from "../../core/trip/next-action.ts";
import { type Stage, stepOf, type Trip } from "../../core/trip/trip.ts";
import { tripMap } from "../../core/trip/trip-map.ts";
import { useAppContext } from "../app-context.tsx";
import { headlineFacts } from "../headline-facts.ts";
import { Unbroken } from "./unbroken.tsx";

/** The step, the next action and one sentence. Gets the focus at each new stage, so that screen readers read it first. */
export function Headline({ trip }: { readonly trip: Trip }) {
  const { frame, actions } = useAppContext().screens;
  const facts = headlineFacts(trip);
  const action = nextAction(trip);
  const step = stepOf(trip.stage);
  const headline = actions[action].headline(facts);
  const sentence = actions[action].sentence(facts);
  const [heading, announcement] = useAnnouncement({ type: trip.stage.type, action, headline });
  return (
    <>
      {step && trip.computer ? (
        <p className="eyebrow">
          <span>{frame.computer(trip.computer)}</span>
          <span>{frame.stepOf(step)}</span>
          <span className="trips-left-inline">{frame.tripsLeft(tripMap(trip).tripsLeft)}</span>
        </p>
      ) : null}
      <h1 ref={heading} tabIndex={-1}>
        <Unbroken>{headline}</Unbroken>
      </h1>
      <p className="sentence">
        <Unbroken>{sentence}</Unbroken>
      </p>
      {/* Announces a changed headline within a stage, for example once a pasted link is valid. */}
      <p className="unseen" role="status">
        {announcement}
      </p>
    </>
  );
}

interface HeadlineState {
  readonly type: Stage["type"];
  readonly action: NextAction;
  readonly headline: string;
}

/**
 * Announces each change of the headline once. At a new stage, or if the focused element is gone (for example the pressed
 * button), the headline gets the focus. Otherwise the text goes to a live region, because the focus must stay in its field.
 */
function useAnnouncement(state: HeadlineState): [RefObject<HTMLHeadingElement | null>, string] {
  const { type, action, headline } = state;
  const heading = useRef<HTMLHeadingElement>(null);
  const previous = useRef(state);
  const [announcement, setAnnouncement] = useState("");
  useEffect(() => {
    const before = previous.current;
    previous.current = { type, action, headline };
    const focusLost = before.action !== action && document.activeElement === document.body;
    if (before.type !== type) window.scrollTo(0, 0);
    if (before.type !== type || focusLost) {
      heading.current?.focus({ preventScroll: before.type !== type });
      setAnnouncement("");
    } else if (before.headline !== headline) {
      setAnnouncement(headline);
    }
  }, [type, action, headline]);
  return [heading, announcement];
}
