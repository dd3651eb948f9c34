import { err, ok } from "../../core/result.ts";
import type { TripEvent } from "../../core/trip/trip.ts";
import type { GalleryState } from "./gallery-state.ts";
import * as sample from "./samples.ts";
import { after, answered, eject, ejected, explained, oneKey, plug, pull, read } from "./trip-events.ts";

const { stick } = sample;
const deliverHop: TripEvent = { is: "hop-chosen", hop: "deliver" };
const copy: TripEvent = { is: "copy-wanted" };
const copied: TripEvent = { is: "copy-ended", outcome: ok(sample.delivery) };
const showStep = (step: number): TripEvent => ({ is: "console-step-shown", step });
const activated: TripEvent = { is: "upload-confirmed" };
const uploading = [...oneKey, copy, copied];
const byHandKeys = { ...answered, byHand: { urls: [], keys: [{ file: "av_12345_A (1).key", bytes: 2301 }] } };

/** Hop 3: the key, its way to this computer, the upload and its end. */
export const deliverStates: Readonly<Record<string, GalleryState>> = {
  "deliver-no-stick": after("B", deliverHop),
  "deliver-nothing": after(
    "B",
    plug(stick),
    read(sample.holding(sample.requested)),
    deliverHop,
    read(sample.holding(sample.requested)),
  ),
  "deliver-one": after("B", ...oneKey),
  "deliver-sealed": after("B", plug(sample.lockedStick), read(answered), explained({ code: "stick-write-protected" })),
  "deliver-two": after("B", plug(stick), read(sample.holding(sample.answered, sample.otherAnswered))),
  "deliver-by-hand": after("B", plug(stick), read(byHandKeys), {
    is: "key-chosen",
    key: { from: "hand", file: "av_12345_A (1).key" },
  }),
  "deliver-differs": after(
    "B",
    ...oneKey,
    copy,
    {
      is: "copy-ended",
      outcome: err({ code: "file-differs", file: "av_12345_A.key" }),
    },
    read(answered),
  ),
  "deliver-copying": after("B", ...oneKey, copy),
  "upload-first": after("B", ...uploading),
  "upload-browse": after("B", ...uploading, showStep(2)),
  "upload-status": after("B", ...uploading, showStep(4)),
  "deliver-done": after(
    "B",
    ...uploading,
    showStep(4),
    activated,
    read(sample.holding(sample.delivered, sample.otherAnswered)),
  ),
  "deliver-ejected": after(
    "B",
    ...uploading,
    showStep(4),
    activated,
    read(sample.holding(sample.delivered)),
    eject,
    ejected,
  ),
  "deliver-complete": after("B", ...uploading, showStep(4), activated, pull),
};
