import type { Platform } from "../../core/drives/platform.ts";
import type { FetchResult } from "../../core/hop-results.ts";
import type { ProxyQuestion } from "../../core/network/proxy-question.ts";
import type { Problem } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import type { StickContents } from "../../core/stick/stick-contents.ts";
import { startTrip, transition } from "../../core/trip/transition.ts";
import type { Trip, TripEvent } from "../../core/trip/trip.ts";
import type { Reach } from "../../renderer/use-reach.ts";
import { fetchStates } from "./fetch-states.ts";
import { networkStates } from "./network-states.ts";
import { policyStates } from "./policy-states.ts";
import * as sample from "./samples.ts";

/** One state to look at. `clipboard` is what the window would find there. */
export interface GalleryState {
  readonly trip: Trip;
  /** Windows unless another system says it otherwise. */
  readonly platform?: Platform;
  readonly clipboard?: string;
  /** What stands beside the trip. */
  readonly beside?: { readonly question?: ProxyQuestion; readonly reach?: Reach };
  /** Why the site's policy cannot be used: then there is no trip to be seen. */
  readonly policyProblem?: Problem;
  /** What is pressed, once all is drawn: a selector. */
  readonly press?: string;
}

const { stick } = sample;
const plug = (...drives: Trip["drives"]): TripEvent => ({
  is: "drives-changed",
  drives: [...drives, sample.systemDisk],
});
const read = (contents: StickContents): TripEvent => ({ is: "stick-read", stick: stick.id, outcome: ok(contents) });
const pull: TripEvent = plug();
const link = (text: string): TripEvent => ({ is: "link-given", text });
const confirm: TripEvent = { is: "link-confirmed" };
const write: TripEvent = { is: "write-wanted", again: false };
const written: TripEvent = { is: "request-written", outcome: ok(sample.writtenRequest) };
const fetch: TripEvent = { is: "fetch-wanted" };
const copy: TripEvent = { is: "copy-wanted" };
const copied: TripEvent = { is: "copy-ended", outcome: ok(sample.delivery) };
const showStep = (step: number): TripEvent => ({ is: "console-step-shown", step });
const activated: TripEvent = { is: "upload-confirmed" };

/** The trip after these events, by the real state machine: no state is shown that cannot be reached. */
const after = (computer: Trip["computer"], ...events: readonly TripEvent[]): GalleryState => ({
  trip: events.reduce((trip, event) => transition(trip, event)[0], startTrip(computer)),
});

const explained = (problem: Problem): TripEvent => ({
  is: "read-only-explained",
  stick: stick.id,
  outcome: ok(problem),
});
const eject: TripEvent = { is: "eject-wanted" };
const ejected: TripEvent = { is: "eject-ended", stick: stick.id, outcome: ok(null) };
const notEjected = (problem: Problem): TripEvent => ({ is: "eject-ended", stick: stick.id, outcome: err(problem) });
const { unmountedStick, unreadableStick } = sample;
const mount: TripEvent = { is: "mount-wanted", drive: unmountedStick.id };
const notOpened = (drive: Trip["drives"][number], problem: Problem): TripEvent => ({
  is: "mount-ended",
  drive: drive.id,
  outcome: err(problem),
});

const empty = sample.holding();
const readyB = [plug(stick), read(empty), link(sample.LINK)];
const onStickB = [...readyB, confirm];
const writtenOnB = [...onStickB, write, written, read(sample.holding(sample.requested))];
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
const ended = (results: readonly FetchResult[]): TripEvent => ({
  is: "fetch-ended",
  outcome: ok(results),
});
/** The end of a write that failed, and the stick as it is then. */
const refusedWrite = (problem: Problem): readonly TripEvent[] => [
  write,
  { is: "request-written", outcome: err(problem) },
];
const sealed = [plug(sample.lockedStick), read(empty), link(sample.LINK), confirm];
const answered = sample.holding(sample.answered);
const oneKey = [plug(stick), read(answered)];
const uploading = [...oneKey, copy, copied];
const deliverHop: TripEvent = { is: "hop-chosen", hop: "deliver" };
const byHandKeys = { ...answered, byHand: { urls: [], keys: [{ file: "av_12345_A (1).key", bytes: 2301 }] } };

export const states: Readonly<Record<string, GalleryState>> = {
  ...policyStates,
  computer: after(null, plug(stick)),
  "link-empty": after("B", plug(stick), read(empty)),
  "link-offered": { ...after("B"), clipboard: sample.LINK },
  "link-hint": after("B", plug(stick), read(sample.holding(sample.requested))),
  "link-wrong-host": after("B", plug(stick), read(empty), link("https://www.stratus.com/licence?siteid=ze-207")),
  "link-two-urls": after("B", plug(stick), read(empty), link(`${sample.LINK} ${sample.OTHER_LINK}`)),
  "link-good": after("B", ...readyB),
  "link-trimmed": after("B", plug(stick), read(empty), link(`Link: “${sample.LINK}”`)),
  "link-untold": after("B", plug(stick), read(empty), link(sample.UNTOLD_LINK)),
  "link-typed": after("B", plug(stick), read(empty), link(sample.UNTOLD_LINK), {
    is: "asset-id-typed",
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
  "request-no-permission": after("B", ...onStickB, ...refusedWrite({ code: "stick-no-permission" })),
  "request-worn-out": after("B", ...onStickB, ...refusedWrite({ code: "stick-worn-out", detail: "EIO" })),
  "request-name-refused": after("B", ...onStickB, ...refusedWrite({ code: "stick-name-refused", file: "KEYFERRY" })),
  "request-pulled": after("B", ...onStickB, write, pull, {
    is: "request-written",
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
      notOpened(unmountedStick, { code: "stick-mount-failed", detail: "NotAuthorizedCanObtain" }),
    ),
    platform: "linux",
  },
  "request-locked-drive": after(
    "B",
    plug(unreadableStick),
    link(sample.LINK),
    confirm,
    { is: "mount-wanted", drive: unreadableStick.id },
    notOpened(unreadableStick, { code: "stick-bitlocker-locked" }),
  ),
  "link-unmounted": { ...after("B", plug(unmountedStick)), platform: "linux" },
  "request-unreadable": after("B", ...onStickB, {
    is: "stick-read",
    stick: stick.id,
    outcome: err({ code: "stick-io-error", detail: "EIO" }),
  }),
  "request-already": after("B", ...onStickB, write, {
    is: "request-written",
    outcome: err({ code: "already-requested", ticket: "3F9A2C7K1M" }),
  }),
  "request-full": after("B", ...onStickB, write, {
    is: "request-written",
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
    { is: "folder-chosen", outcome: ok(sample.folder) },
    write,
    written,
  ),
  "fetch-no-stick": after("A", plug()),
  "fetch-reading": after("A", plug(stick)),
  "fetch-nothing": after("A", plug(stick), read(empty)),
  "fetch-has-key": after("A", ...oneKey),
  "fetch-one": after("A", ...oneRequest),
  "fetch-many": after("A", plug(stick), read(many)),
  "fetch-by-hand": after(
    "A",
    plug(stick),
    read({
      ...empty,
      byHand: {
        urls: [
          { file: "link.txt", assetId: "ze-207" },
          { file: "memo/新規.txt", assetId: null },
        ],
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
    { is: "fetch-ended", outcome: err({ code: "net-offline" }) },
    read(sample.holding(sample.requested)),
  ),
  "fetch-running": after("A", ...twoRequests, {
    is: "fetch-progressed",
    progress: { ticketId: sample.ticketId("3F9A2C7K1M"), phase: "reading-back" },
  }),
  "fetch-cancelling": after("A", ...twoRequests, { is: "cancel-wanted" }),
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
  ...networkStates({
    waiting: after("A", plug()),
    review: after("A", ...oneRequest),
    running: after("A", ...twoRequests),
  }),
  ...fetchStates,
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
