import { ok } from "../../core/result.ts";
import type { FetchResult } from "../../core/step-results.ts";
import type { StickRequest } from "../../core/stick/stick-contents.ts";
import { startTrip, transition } from "../../core/trip/transition.ts";
import type { TripEvent } from "../../core/trip/trip.ts";
import * as fetched from "./fetch-samples.ts";
import type { GalleryState } from "./gallery-state.ts";
import * as sample from "./samples.ts";
import { eject, ejected, plug, read } from "./trip-events.ts";

const { stick } = sample;
const { NOW } = fetched;
const fetch: TripEvent = { type: "fetch-wanted" };
const ended = (...results: readonly FetchResult[]): TripEvent => ({ type: "fetch-ended", outcome: ok(results) });
const later = (minutes: number): TripEvent => ({ type: "clock-told", now: NOW + minutes * 60_000 });
const choose = (...requests: readonly { readonly id: unknown }[]): TripEvent => ({
  type: "tickets-chosen",
  tickets: requests.flatMap(({ id }) => (typeof id === "string" ? [sample.ticketId(id)] : [])),
});

/** The trip at Computer A after these events, from the real state machine. */
const after = (...events: readonly TripEvent[]): GalleryState => ({
  trip: [plug(stick), ...events].reduce((trip, event) => transition(trip, event)[0], startTrip("A", NOW)),
});
const holding = (...requests: readonly StickRequest[]): TripEvent => read(sample.holding(...requests));
const one = [holding(fetched.fresh), fetch];
/** A fetch of one request with this result, the stick after it, and the events that follow. */
const fetchedWith = (result: FetchResult, ...events: readonly TripEvent[]): GalleryState =>
  after(...one, ended(result), holding(fetched.onlyAfter(result)), ...events);

const relayed = { ...fetched.fetchedBefore, host: "alas-relay.plant-4.example" };
const mixed = [fetched.fresh, fetched.twice, fetched.cutOff, sample.damaged];

/** Step 2 with earlier fetches: questions, waits, every outcome, and a stick with 200 requests. */
export const fetchStates: Readonly<Record<string, GalleryState>> = {
  "fetch-history": after(holding(fetched.fetchedBefore)),
  "fetch-asks": after(holding(fetched.fetchedBefore), fetch),
  "fetch-asks-of-several": after(holding(...mixed), choose(...mixed), fetch),
  "fetch-other-server": after(holding(relayed)),
  "fetch-other-server-asks": after(holding(relayed), fetch),
  "fetch-other-server-running": after(holding(relayed), fetch, { type: "fetch-confirmed" }),
  "fetch-kept": after(holding(fetched.kept)),
  "fetch-kept-and-fresh": after(holding(fetched.kept, fetched.fresh)),
  "fetch-kept-writing": after(holding(fetched.kept), fetch),
  "fetch-kept-done": after(
    holding(fetched.kept),
    fetch,
    ended({
      ...fetched.keyFor(sample.ticketId("K2V6T0R9WD"), "av_12345_A.key"),
      fromStore: true,
      warnings: ["key-from-this-computer"],
    }),
    holding(sample.answered),
  ),
  "fetch-wait": after(holding(fetched.waiting)),
  "fetch-wait-beside": after(holding(fetched.waiting, fetched.fresh)),
  "fetch-retry": after(holding(fetched.waiting), later(12)),
  "fetch-spent": after(holding(fetched.spent)),
  "fetch-request-again": after(holding(fetched.withoutAssetId)),
  "fetch-used-up": after(holding(sample.usedUp)),
  "fetch-refused-21": fetchedWith(fetched.refusedWith("2.1")),
  "fetch-refused-21-over": fetchedWith(fetched.refusedWith("2.1"), later(16)),
  "fetch-refused-21-ejected": fetchedWith(fetched.refusedWith("2.1"), eject, ejected),
  "fetch-refused-21-twice": after(
    holding(fetched.due),
    fetch,
    ended(fetched.refusedWith("2.1", fetched.due.id ?? undefined)),
    holding(fetched.spent),
  ),
  "fetch-refused-31": fetchedWith(fetched.refusedWith("3.1")),
  "fetch-refused-31-ejected": fetchedWith(fetched.refusedWith("3.1"), eject, ejected),
  "fetch-refused-32": fetchedWith(fetched.refusedWith("3.2")),
  "fetch-refused-33": fetchedWith(fetched.refusedWith("3.3")),
  "fetch-refused-34": fetchedWith(fetched.refusedWith("3.4")),
  "fetch-refused-35": fetchedWith(fetched.refusedWith("3.5")),
  "fetch-refused-35-ejecting": fetchedWith(fetched.refusedWith("3.5"), eject),
  "fetch-refused-35-ejected": fetchedWith(fetched.refusedWith("3.5"), eject, ejected),
  "fetch-refused-90": fetchedWith(fetched.refusedWith("9.0")),
  "fetch-refused-unlisted": fetchedWith(fetched.refusedWith("7.4")),
  "fetch-timed-out": fetchedWith(fetched.failedWith({ code: "net-time-out", ms: 60_000 }, { counted: "perhaps" })),
  "fetch-web-page": fetchedWith(
    fetched.failedWith({ code: "answer-html" }, { counted: "perhaps", ...fetched.keptAnswer }),
  ),
  "fetch-cancelled": fetchedWith(fetched.failedWith({ code: "fetch-cancelled" }, { counted: "perhaps" })),
  "fetch-cancelled-in-time": fetchedWith(fetched.failedWith({ code: "fetch-cancelled" })),
  "fetch-key-kept-here": fetchedWith(
    fetched.failedWith({ code: "stick-full", neededBytes: 66_000, freeBytes: 4096 }, fetched.keptKey),
  ),
  "fetch-200": after(read(fetched.plant)),
  "fetch-200-asks": after(read(fetched.plant), choose(...fetched.plant.requests), fetch),
  "fetch-200-running": after(
    read(fetched.plantFresh),
    fetch,
    ...fetched.plantProgress.map((progress): TripEvent => ({ type: "fetch-progressed", progress })),
  ),
  "fetch-200-done": after(
    read(fetched.plantFresh),
    fetch,
    ended(...fetched.plantResults),
    read(fetched.plantAfter(fetched.plantResults)),
  ),
  "fetch-200-cancelled": after(
    read(fetched.plantFresh),
    fetch,
    ended(...fetched.plantCancelled),
    read(fetched.plantAfter(fetched.plantCancelled)),
  ),
};
