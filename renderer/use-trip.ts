import { useCallback, useEffect, useRef, useState } from "react";
import { waits } from "../core/trip/retries.ts";
import { transition } from "../core/trip/transition.ts";
import type { Trip, TripEvent } from "../core/trip/trip.ts";
import type { Bridge } from "../preload/index.ts";
import { runEffect } from "./run-effect.ts";

/** How often a wait's end is looked for (ms): a timer alone would sleep when the computer does. */
const LOOK_MS = 500;

/** Holds the trip: passes events to the state machine, has its effects done, and feeds their answers back. */
export function useTrip(bridge: Bridge, start: () => Trip, now: () => number): [Trip, (event: TripEvent) => void] {
  const [trip, setTrip] = useState(start);
  // Events follow each other faster than React draws: the newest trip must be at hand, not the one last drawn.
  const newest = useRef(trip);
  const send = useCallback(
    (event: TripEvent) => {
      const [told] = transition(newest.current, { type: "clock-told", now: now() });
      const [next, effects] = transition(told, event);
      newest.current = next;
      setTrip(next);
      for (const effect of effects) runEffect(bridge, effect).then((answer) => answer && send(answer));
    },
    [bridge, now],
  );

  const [end] = waits(trip);
  useEffect(() => {
    if (end === undefined) return;
    const timer = setInterval(() => now() >= end && send({ type: "clock-told", now: now() }), LOOK_MS);
    return () => clearInterval(timer);
  }, [end, now, send]);

  useEffect(() => bridge.onDrivesChanged((drives) => send({ type: "drives-changed", drives })), [bridge, send]);
  useEffect(() => bridge.onDrivesFailed((problem) => send({ type: "drives-failed", problem })), [bridge, send]);
  useEffect(() => bridge.onFetchProgress((progress) => send({ type: "fetch-progressed", progress })), [bridge, send]);
  useEffect(() => bridge.onScanProgress((told) => send({ type: "scan-progressed", ...told })), [bridge, send]);
  return [trip, send];
}
