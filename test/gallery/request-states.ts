import type { Problem } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import type { Trip, TripEvent } from "../../core/trip/trip.ts";
import type { GalleryState } from "./gallery-state.ts";
import * as sample from "./samples.ts";
import { after, eject, ejected, empty, explained, notEjected, plug, pull, read } from "./trip-events.ts";

const { stick, unmountedStick, unreadableStick } = sample;
const link = (text: string): TripEvent => ({ type: "link-given", text });
const confirm: TripEvent = { type: "link-confirmed" };
const write: TripEvent = { type: "write-wanted", again: false };
const written: TripEvent = { type: "request-written", outcome: ok(sample.writtenRequest) };
const mount: TripEvent = { type: "mount-wanted", drive: unmountedStick.id };
const notMounted = (drive: Trip["drives"][number], problem: Problem): TripEvent => ({
  type: "mount-ended",
  drive: drive.id,
  outcome: err(problem),
});

const readyB = [plug(stick), read(empty), link(sample.LINK)];
const onStickB = [...readyB, confirm];
const writtenOnB = [...onStickB, write, written, read(sample.holding(sample.requested))];
const sealed = [plug(sample.lockedStick), read(empty), link(sample.LINK), confirm];
const failedWrite = (problem: Problem): readonly TripEvent[] => [
  write,
  { type: "request-written", outcome: err(problem) },
];

const alreadyOnB = [
  plug(stick),
  read(sample.holding(sample.requested)),
  link(sample.LINK),
  confirm,
  ...failedWrite({ code: "already-requested", ticket: "3F9A2C7K1M" }),
];

/** Step 1: the link, the stick, and the results of the write. */
export const requestStates: Readonly<Record<string, GalleryState>> = {
  "request-on-another-stick": after(
    "B",
    ...onStickB,
    ...failedWrite({ code: "already-requested", ticket: "3F9A2C7K1M", elsewhere: { label: "KINGSTON" } }),
  ),
  "link-empty": after("B", plug(stick), read(empty)),
  "link-offered": { ...after("B"), clipboard: sample.LINK },
  "link-hint": after("B", plug(stick), read(sample.holding(sample.requested))),
  "link-wrong-host": after("B", plug(stick), read(empty), link("https://www.stratus.com/licence?siteid=ze-207")),
  "link-two-urls": after("B", plug(stick), read(empty), link(`${sample.LINK} ${sample.OTHER_LINK}`)),
  "link-good": after("B", ...readyB),
  "link-trimmed": after("B", plug(stick), read(empty), link(`Link: “${sample.LINK}”`)),
  "link-untold": after("B", plug(stick), read(empty), link(sample.LINK_WITHOUT_ASSET_ID)),
  "link-typed": after("B", plug(stick), read(empty), link(sample.LINK_WITHOUT_ASSET_ID), {
    type: "asset-id-typed",
    text: "ｚｅ－２０７",
  }),
  "request-no-stick": after("B", link(sample.LINK), confirm),
  "request-two-sticks": after("B", plug(stick, sample.secondStick, sample.cardReader), link(sample.LINK), confirm),
  "request-stick": after("B", ...onStickB),
  "request-read-only": after("B", ...sealed, explained({ code: "stick-read-only" })),
  "request-read-only-asking": after("B", ...sealed),
  "request-write-protected": after("B", ...sealed, explained({ code: "stick-write-protected" })),
  "request-errors-found": after("B", ...sealed, explained({ code: "stick-errors-found" })),
  "request-ntfs-on-mac": after("B", ...sealed, explained({ code: "stick-ntfs-on-mac" })),
  "request-bitlocker": after("B", ...sealed, explained({ code: "stick-bitlocker-locked" })),
  "request-policy": after("B", ...sealed, explained({ code: "stick-policy" })),
  "request-no-permission": after("B", ...onStickB, ...failedWrite({ code: "stick-no-permission" })),
  "request-worn-out": after("B", ...onStickB, ...failedWrite({ code: "stick-worn-out", detail: "EIO" })),
  "request-name-refused": after("B", ...onStickB, ...failedWrite({ code: "stick-name-refused", file: "KEYFERRY" })),
  "request-pulled": after("B", ...onStickB, write, pull, {
    type: "request-written",
    outcome: err({ code: "stick-gone" }),
  }),
  "request-unmounted": { ...after("B", plug(unmountedStick), link(sample.LINK), confirm), platform: "linux" },
  "request-unmounted-windows": after("B", plug(unmountedStick), link(sample.LINK), confirm),
  "request-mounting": { ...after("B", plug(unmountedStick), link(sample.LINK), confirm, mount), platform: "linux" },
  "request-mount-failed": {
    ...after(
      "B",
      plug(unmountedStick),
      link(sample.LINK),
      confirm,
      mount,
      notMounted(unmountedStick, { code: "stick-mount-failed", detail: "NotAuthorizedCanObtain" }),
    ),
    platform: "linux",
  },
  "request-locked-drive": after(
    "B",
    plug(unreadableStick),
    link(sample.LINK),
    confirm,
    { type: "mount-wanted", drive: unreadableStick.id },
    notMounted(unreadableStick, { code: "stick-bitlocker-locked" }),
  ),
  "link-unmounted": { ...after("B", plug(unmountedStick)), platform: "linux" },
  "request-unreadable": after("B", ...onStickB, {
    type: "stick-read",
    stick: stick.id,
    outcome: err({ code: "stick-io-error", detail: "EIO" }),
  }),
  "request-already": after("B", ...alreadyOnB),
  "request-already-away": after("B", ...alreadyOnB, pull),
  "request-full": after("B", ...onStickB, write, {
    type: "request-written",
    outcome: err({ code: "stick-full", neededBytes: 66_000, freeBytes: 4096 }),
  }),
  "request-writing": after("B", ...onStickB, write),
  "request-done": after("B", ...onStickB, write, written, read(sample.holding(sample.requested))),
  "request-ejecting": after("B", ...writtenOnB, eject),
  "request-ejected": after("B", ...writtenOnB, eject, ejected),
  "request-eject-busy": after(
    "B",
    ...writtenOnB,
    eject,
    notEjected({ code: "stick-eject-busy", by: ["explorer.exe"] }),
  ),
  "request-eject-failed": after(
    "B",
    ...writtenOnB,
    eject,
    notEjected({ code: "stick-eject-failed", detail: "NotAuthorized" }),
  ),
  "request-away": after("B", ...onStickB, write, written, pull),
  "request-folder": after(
    "B",
    link(sample.LINK),
    confirm,
    { type: "folder-chosen", outcome: ok(sample.folder) },
    write,
    written,
  ),
};
