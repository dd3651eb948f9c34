import { useCallback, useEffect, useRef, useState } from "react";
import { waits } from "../core/trip/retries.ts";
import { transition } from "../core/trip/transition.ts";
import type { Trip, TripEvent } from "../core/trip/trip.ts";
import type { Bridge } from "../preload/index.ts";
import { runEffect } from "./run-effect.ts";

/** Polling interval for the end of a wait (ms). One long timer would stop while the computer sleeps. */
const POLL_MS = 500;

/** Holds the trip: passes events to the state machine, runs its effects, and sends their answers back as events. */
export function useTrip(bridge: Bridge, start: () => Trip, now: () => number): [Trip, (event: TripEvent) => void] {
  const [trip, setTrip] = useState(start);
  // Events may follow each other faster than React draws, so `send` needs the newest trip, not the last drawn one.
  const newest = useRef(trip);
  const send = useCallback(
    (event: TripEvent) => {
      const [current] = transition(newest.current, { type: "clock-told", now: now() });
      const [next, effects] = transition(current, event);
      newest.current = next;
      setTrip(next);
      for (const effect of effects) runEffect(bridge, effect).then((answer) => answer && send(answer));
    },
    [bridge, now],
  );

  const [end] = waits(trip);
  useEffect(() => {
    if (end === undefined) return;
    const timer = setInterval(() => now() >= end && send({ type: "clock-told", now: now() }), POLL_MS);
    return () => clearInterval(timer);
  }, [end, now, send]);

  useEffect(() => bridge.onDrivesChanged((drives) => send({ type: "drives-changed", drives })), [bridge, send]);
  useEffect(() => bridge.onDrivesFailed((problem) => send({ type: "drives-failed", problem })), [bridge, send]);
  useEffect(() => bridge.onFetchProgress((progress) => send({ type: "fetch-progressed", progress })), [bridge, send]);
  useEffect(() => bridge.onScanProgress((progress) => send({ type: "scan-progressed", ...progress })), [bridge, send]);
  return [trip, send];
}
