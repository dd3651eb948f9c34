import { err, ok } from "../../core/result.ts";
import type { FetchResult } from "../../core/step-results.ts";
import type { TripEvent } from "../../core/trip/trip.ts";
import type { GalleryState } from "./gallery-state.ts";
import * as sample from "./samples.ts";
import {
  after,
  answered,
  eject,
  ejected,
  empty,
  explained,
  notEjected,
  oneKey,
  plug,
  pull,
  read,
} from "./trip-events.ts";

const { stick } = sample;
const fetch: TripEvent = { type: "fetch-wanted" };
const ended = (results: readonly FetchResult[]): TripEvent => ({
  type: "fetch-ended",
  outcome: ok(results),
});
const many = sample.holding(
  sample.requested,
  sample.otherRequested,
  sample.cutOff,
  sample.refused,
  sample.usedUp,
  sample.damaged,
  sample.delivered,
);
const oneRequest = [plug(stick), read(sample.holding(sample.requested))];
const twoRequests = [plug(stick), read(sample.holding(sample.requested, sample.otherRequested)), fetch];

/** The stages of step 2 that the network states build on. */
export const fetchStages = {
  waiting: after("A", plug()),
  review: after("A", ...oneRequest),
  running: after("A", ...twoRequests),
} as const;

/** Step 2 from the missing stick to the ejected one, without earlier fetches. */
export const fetchStepStates: Readonly<Record<string, GalleryState>> = {
  "fetch-no-stick": fetchStages.waiting,
  "fetch-reading": after("A", plug(stick)),
  "fetch-reading-long": after("A", plug(stick), {
    type: "scan-progressed",
    stick: stick.id,
    progress: { done: 1200, total: 5000 },
  }),
  "fetch-nothing": after("A", plug(stick), read(empty)),
  "fetch-has-key": after("A", ...oneKey),
  "fetch-has-keys": after("A", plug(stick), read(sample.holding(sample.answered, sample.otherAnswered))),
  "fetch-carry-ejecting": after("A", ...oneKey, eject),
  "fetch-carry-busy": after("A", ...oneKey, eject, notEjected({ code: "stick-eject-busy", by: ["explorer.exe"] })),
  "fetch-carried": after("A", ...oneKey, eject, ejected),
  "fetch-one": fetchStages.review,
  "fetch-many": after("A", plug(stick), read(many)),
  "fetch-by-hand": after(
    "A",
    plug(stick),
    read({
      ...empty,
      byHand: {
        urls: [sample.byHandUrl("link.txt", "ze-207"), sample.byHandUrl("memo/新規.txt", null)],
        keys: [],
      },
      foreign: ["setup.exe"],
    }),
  ),
  "fetch-sealed": after(
    "A",
    plug(sample.lockedStick),
    read(sample.holding(sample.requested)),
    explained({ code: "stick-write-protected" }),
  ),
  "fetch-cut-off-only": after("A", plug(stick), read(sample.holding(sample.cutOff))),
  "fetch-offline": after(
    "A",
    ...oneRequest,
    fetch,
    { type: "fetch-ended", outcome: err({ code: "net-offline" }) },
    read(sample.holding(sample.requested)),
  ),
  "fetch-running": after("A", ...twoRequests, {
    type: "fetch-progressed",
    progress: { ticketId: sample.ticketId("3F9A2C7K1M"), phase: "reading-back" },
  }),
  "fetch-cancelling": after("A", ...twoRequests, { type: "cancel-wanted" }),
  "fetch-done": after("A", ...oneRequest, fetch, ended([sample.fetchedKey]), read(answered)),
  "fetch-done-mixed": after(
    "A",
    plug(stick),
    read(many),
    fetch,
    ended([sample.fetchedKey, sample.refusal, sample.failure]),
    read(sample.holding(sample.answered, { ...sample.usedUp, assetId: "zetest_4700" }, sample.cutOff)),
  ),
  "fetch-ejected": after("A", ...oneRequest, fetch, ended([sample.fetchedKey]), read(answered), eject, ejected),
  "fetch-away": after("A", ...oneRequest, fetch, ended([sample.fetchedKey]), pull),
  "fetch-refused": after("A", plug(stick), read(sample.holding(sample.otherRequested)), fetch, ended([sample.refusal])),
};
