import type { Startup } from "../../ipc.ts";
import type { Computer } from "../../settings.ts";
import type { StickHint } from "../../trip/stick-hint.ts";
import type { Step } from "../../trip/trip.ts";
import type { MapState } from "../../trip/trip-map.ts";
import { anotherStickText } from "../another-stick-text.ts";
import type { TextFor, Translation } from "../translation.ts";
import { untrusted } from "../untrusted.ts";
/** The frame around every screen: who and where one is, and the map. */
import { deliver } from "./deliver-screens.ts";
import { fetch } from "./fetch-screens.ts";
import { network } from "./network-screens.ts";
import { actions } from "./next-actions.ts";
import { notices } from "./notices.ts";
import { policy } from "./policy-screens.ts";
import { request } from "./request-screens.ts";
import { systemNames } from "./system-names.ts";

const frame = {
  youAreAt: (computer: Computer) => `You are at Computer ${computer}`,
  change: "Change",
  language: "Language",
  map: "The stick's route",
  computer: (computer: Computer) => `Computer ${computer}`,
  stick: "Stick",
  carries: { request: "with the request", key: "with the key" },
  steps: { request: "1 Save the link", fetch: "2 Get the key", deliver: "3 Upload the key" } satisfies TextFor<Step>,
  stepOf: (step: Step) =>
    ({
      request: "Step 1 of 3: Save the link",
      fetch: "Step 2 of 3: Get the key",
      deliver: "Step 3 of 3: Upload the key",
    })[step],
  mapStates: { done: "Done", now: "Now", next: "To do" } satisfies TextFor<MapState>,
  tripsLeft: (trips: 0 | 1 | 2) => (trips === 0 ? "No trips left" : trips === 1 ? "1 trip left" : "2 trips left"),
  back: "Back",
  more: "More",
  problem: "Problem",
  note: "Note",
};

/** The question which computer this is. */
const computer = {
  choose: (which: Computer) => `This is Computer ${which}`,
  reaches: {
    B: "It reaches the everRun console, but not the internet.",
    A: "It reaches the internet.",
  } satisfies TextFor<Computer>,
  stepsAt: { B: "Steps 1 and 3: save the link, upload the key", A: "Step 2: get the key" } satisfies TextFor<Computer>,
};

/** The panel that shows the chosen stick and the others. */
const stick = {
  title: "Stick",
  folderTitle: "Folder instead of a stick",
  none: "No stick plugged in",
  noneChosen: "None chosen yet",
  ejected: (name: string) => `${name} is ejected`,
  free: (free: string, size: string) => `${free} free of ${size}`,
  readOnly: "Read-only",
  reading: "Reading…",
  readingRequests: (done: number, total: number) => `Reading… ${done} of ${total} requests`,
  onIt: "Contents",
  nothingOnIt: "Nothing from Keyferry on it yet",
  foreign: (count: number) => (count === 1 ? "1 unexpected file, left alone" : `${count} unexpected files, left alone`),
  byHandUrl: "link saved by hand",
  byHandKey: "key saved by hand",
  unknownAssetId: "no asset ID",
  /** The server of a URL, where it is not the vendor's own. */
  server: (host: string) => `Server: ${untrusted(host)}`,
  others: "Other drives",
  choose: (name: string) => `Use ${name}`,
  /** Sticks that are plugged in, but not open to this computer. */
  closed: "Plugged in, but not ready",
  whyClosed: { "not-mounted": "Not mounted yet", unreadable: "Does not answer: locked or damaged" },
  mount: (name: string) => `Mount ${name}`,
  recheck: (name: string) => `Look at ${name} again`,
  opening: "Mounting…",
  lookingForReason: "It cannot be written. Looking for the reason…",
  unusable: (count: number) => (count === 1 ? "1 drive cannot be used" : `${count} drives cannot be used`),
  chooseFolder: "Choose a folder instead",
  readAgain: "Rescan",
  /** What lies on the stick but belongs to another step. */
  hint: (hint: StickHint) => {
    if (hint.type === "another-stick") return anotherStickText(notices, hint);
    const { type, assetIds } = hint;
    if (type === "take-to-a")
      return `This stick holds the request for ${systemNames(assetIds)}: take it to Computer A.`;
    if (type === "take-to-b")
      return `This stick already holds the key for ${systemNames(assetIds)}: take it to Computer B.`;
    return `This stick holds the key for ${systemNames(assetIds)}: it can be uploaded here.`;
  },
};

/** The checklist at the end of a step, and how a stick is removed. */
const checklist = {
  title: "What is done",
  written: "Written",
  copied: "Key copied and compared",
  activated: "Licence activated",
  readBack: "Read back and compared",
  removed: "Removed",
  toEject: "Eject it",
  safe: "Safe to remove",
  /** The system's own way beside ours. */
  bySystem: (way: string) => `Without Keyferry: ${way}`,
  pullOut: "Ejected. Unplug it now.",
  eject: (name: string) => `Eject ${name}`,
  ejectAgain: (name: string) => `Eject ${name} again`,
  nothingToRemove: "Nothing to remove: it is a folder",
  done: "done",
  open: "still to do",
  howToRemove: (platform: Startup["platform"], name: string) => {
    if (platform === "win32")
      return `In the taskbar, click Safely Remove Hardware, choose Eject for ${name}, then pull the stick out.`;
    if (platform === "darwin") return `In the Finder, click ⏏ beside ${name}, then pull the stick out.`;
    return `In the file manager, eject ${name}, then pull the stick out.`;
  },
};

/** All that the window says, in English. */
export const screens = {
  frame,
  actions,
  computer,
  stick,
  request,
  checklist,
  fetch,
  deliver,
  network,
  policy,
};

export type ScreenTexts = Translation<typeof screens>;
