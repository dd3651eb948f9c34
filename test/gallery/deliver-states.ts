import { err, ok } from "../../core/result.ts";
import type { TripEvent } from "../../core/trip/trip.ts";
import type { GalleryState } from "./gallery-state.ts";
import * as sample from "./samples.ts";
import { after, answered, eject, ejected, explained, oneKey, plug, pull, read } from "./trip-events.ts";

const { stick } = sample;
const deliverStep: TripEvent = { type: "step-chosen", step: "deliver" };
const copy: TripEvent = { type: "copy-wanted" };
const copied: TripEvent = { type: "copy-ended", outcome: ok(sample.delivery) };
const showStep = (step: number): TripEvent => ({ type: "console-step-shown", step });
const activated: TripEvent = { type: "upload-confirmed" };
const uploading = [...oneKey, copy, copied];
const unfetched = read(sample.holding(sample.requested));
const notFetched = [plug(stick), unfetched, deliverStep, unfetched];
const twoKeys = [plug(stick), read(sample.holding(sample.answered, sample.otherAnswered))];
const pickFirst: TripEvent = {
  type: "key-chosen",
  key: { type: "request", ticket: sample.ticketId("3F9A2C7K1M"), assetId: "ze-207" },
};
const fault = { code: "file-differs", file: "av_12345_A.key" } as const;
const differs: TripEvent = { type: "copy-ended", outcome: err(fault) };
/** The same key after the rescan. */
const damagedKey = { ...sample.answered, state: "damaged", next: "fetch-again-knowingly", problems: [fault] } as const;
const byHandKeys = { ...answered, byHand: { urls: [], keys: [{ file: "av_12345_A (1).key", bytes: 2301 }] } };

/** Step 3: the choice of the key, the copy, the upload and the end. */
export const deliverStates: Readonly<Record<string, GalleryState>> = {
  "deliver-no-stick": after("B", deliverStep),
  "deliver-nothing": after("B", ...notFetched),
  "deliver-one": after("B", ...oneKey),
  "deliver-sealed": after("B", plug(sample.lockedStick), read(answered), explained({ code: "stick-write-protected" })),
  "deliver-two": after("B", ...twoKeys),
  "deliver-by-hand": after("B", plug(stick), read(byHandKeys), {
    type: "key-chosen",
    key: { type: "hand", file: "av_12345_A (1).key" },
  }),
  "deliver-differs": after("B", ...oneKey, copy, differs, read(answered)),
  "deliver-damaged": after("B", ...oneKey, copy, differs, read(sample.holding(damagedKey))),
  "deliver-differs-of-two": after(
    "B",
    ...twoKeys,
    pickFirst,
    copy,
    differs,
    read(sample.holding(damagedKey, sample.otherAnswered)),
  ),
  "deliver-carried": after("B", ...notFetched, eject, ejected),
  "deliver-copying": after("B", ...oneKey, copy),
  "upload-first": after("B", ...uploading),
  "upload-browse": after("B", ...uploading, showStep(2)),
  "upload-status": after("B", ...uploading, showStep(4)),
  "upload-something-else": { ...after("B", ...uploading, showStep(4)), press: "main [aria-expanded]" },
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
