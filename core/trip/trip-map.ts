import type { StickRequest } from "../stick/stick-contents.ts";
import type { CarryReason } from "./carry-reason.ts";
import { carried } from "./carrying.ts";
import { hasChoice } from "./chosen-requests.ts";
import { contentsOf, deliverable } from "./chosen-stick.ts";
import type { Step } from "./step.ts";
import type { Trip } from "./trip.ts";

/** The state of a station or a step on the map. */
export type MapState = "done" | "now" | "next";

/** One step on the map. `when` is the record's own time (ISO 8601), known while exactly one request is concerned. */
export interface StepOnMap {
  readonly step: Step;
  readonly state: MapState;
  readonly when: string | null;
}

/** The way of the stick: Computer B, stick, Computer A, stick, Computer B. `tripsLeft` counts the ways between A and B. */
export interface TripMap {
  readonly stations: readonly MapState[];
  readonly steps: readonly StepOnMap[];
  readonly tripsLeft: 0 | 1 | 2;
}

const STATIONS = [0, 1, 2, 3, 4] as const;
const END = STATIONS.length;

/** Returns where the technician is on the way, and what is done and to come. */
export function tripMap(trip: Trip): TripMap {
  const at = stationOf(trip);
  const state = (station: number): MapState => (station < at ? "done" : station === at ? "now" : "next");
  const request = subject(trip);
  const step = (name: Step, station: number, when: string | null | undefined): StepOnMap => {
    return { step: name, state: state(station), when: station < at ? (when ?? null) : null };
  };
  return {
    stations: STATIONS.map(state),
    steps: [
      step("request", 0, request?.createdAt),
      step("fetch", 2, request?.fetchedAt),
      step("deliver", 4, request?.deliveredAt),
    ],
    tripsLeft: at < 2 ? 2 : at < 4 ? 1 : 0,
  };
}

/** The station of a stick that only has to go to the other computer. For `request-again` nothing was fetched. */
const onTheWay: { readonly [R in CarryReason]: number } = {
  "already-there": 1,
  "carry-to-a": 1,
  "carry-to-b": 3,
  "fetch-key-again": 1,
  "request-again": 2,
};

/** The current station, 0 to 4; -1 before the trip has begun, 5 when it is over. */
function stationOf(trip: Trip): number {
  const { stage } = trip;
  const carry = carried(trip);
  if (carry) return onTheWay[carry.why];
  switch (stage.type) {
    case "computer":
      return -1;
    case "request.link":
    case "request.stick":
    case "request.writing":
      return 0;
    case "request.done":
      return 1;
    case "fetch.stick":
      return isFetched(trip) ? 3 : 2;
    case "fetch.review":
    case "fetch.running":
      return 2;
    case "fetch.done":
      return stage.results.some(({ outcome }) => outcome === "key") ? 3 : 2;
    case "deliver.done":
      return END;
    default:
      return 4;
  }
}

/** Nothing is left to fetch on the stick, but a key to carry back. */
function isFetched(trip: Trip): boolean {
  const contents = contentsOf(trip);
  return contents !== null && !hasChoice(trip) && deliverable(contents).length > 0;
}

/** The one request that the trip is about; null where it is not clear. */
function subject(trip: Trip): StickRequest | null {
  const { stage } = trip;
  const requests = contentsOf(trip)?.requests ?? [];
  const id =
    stage.type === "request.done"
      ? stage.requested.ticket.id
      : "key" in stage && stage.key?.type === "request"
        ? stage.key.ticket
        : null;
  if (id) return requests.find((request) => request.id === id) ?? null;
  const [only, second] = requests;
  return only && !second ? only : null;
}
