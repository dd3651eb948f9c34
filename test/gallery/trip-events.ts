import type { Problem } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import type { StickContents } from "../../core/stick/stick-contents.ts";
import { startTrip, transition } from "../../core/trip/transition.ts";
import type { Trip, TripEvent } from "../../core/trip/trip.ts";
import type { GalleryState } from "./gallery-state.ts";
import * as sample from "./samples.ts";

const { stick } = sample;

/** The trip after these events, by the real state machine: no state is shown that cannot be reached. */
export const after = (computer: Trip["computer"], ...events: readonly TripEvent[]): GalleryState => ({
  trip: events.reduce((trip, event) => transition(trip, event)[0], startTrip(computer)),
});

export const plug = (...drives: Trip["drives"]): TripEvent => ({
  type: "drives-changed",
  drives: [...drives, sample.systemDisk],
});
export const pull: TripEvent = plug();
export const read = (contents: StickContents): TripEvent => ({
  type: "stick-read",
  stick: stick.id,
  outcome: ok(contents),
});
export const explained = (problem: Problem): TripEvent => ({
  type: "read-only-explained",
  stick: stick.id,
  outcome: ok(problem),
});
export const eject: TripEvent = { type: "eject-wanted" };
export const ejected: TripEvent = { type: "eject-ended", stick: stick.id, outcome: ok(null) };
export const notEjected = (problem: Problem): TripEvent => ({
  type: "eject-ended",
  stick: stick.id,
  outcome: err(problem),
});

export const empty = sample.holding();
export const answered = sample.holding(sample.answered);
/** A stick with one key on it. */
export const oneKey: readonly TripEvent[] = [plug(stick), read(answered)];
