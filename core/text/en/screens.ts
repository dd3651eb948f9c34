import { anotherStickText } from "../another-stick-text.ts";
import type { ComputerTexts, FrameTexts, ScreenTexts, StickPanelTexts, TickTexts } from "../screen-texts.ts";
import { deliver } from "./deliver-screens.ts";
import { fetch } from "./fetch-screens.ts";
import { network } from "./network-screens.ts";
import { actions } from "./next-actions.ts";
import { notices } from "./notices.ts";
import { policy } from "./policy-screens.ts";
import { request } from "./request-screens.ts";
import { systemNames } from "./system-names.ts";

const frame: FrameTexts = {
  youAreAt: (computer) => `You are at Computer ${computer}`,
  change: "Change",
  language: "Language",
  map: "The stick's route",
  computer: (computer) => `Computer ${computer}`,
  stick: "Stick",
  carries: { request: "with the request", key: "with the key" },
  hops: { request: "1 Request", fetch: "2 Fetch", deliver: "3 Deliver" },
  hopOf: (hop) => ({ request: "Hop 1 of 3: Request", fetch: "Hop 2 of 3: Fetch", deliver: "Hop 3 of 3: Deliver" })[hop],
  mapStates: { done: "Done", now: "Now", next: "To do" },
  walksLeft: (walks) => (walks === 0 ? "No more walks" : walks === 1 ? "1 walk left" : "2 walks left"),
  back: "Back",
  more: "More",
  problem: "Problem",
  care: "Note",
};

const computer: ComputerTexts = {
  choose: (which) => `This is Computer ${which}`,
  reaches: {
    B: "It reaches the everRun console, but not the internet.",
    A: "It reaches the internet.",
  },
  hopsAt: { B: "Hops 1 and 3: Request, Deliver", A: "Hop 2: Fetch" },
};

const stick: StickPanelTexts = {
  title: "Stick",
  folderTitle: "Folder instead of a stick",
  none: "No stick plugged in",
  noneChosen: "None chosen yet",
  ejected: (name) => `${name} is ejected`,
  free: (free, size) => `${free} free of ${size}`,
  readOnly: "Read-only",
  reading: "Reading…",
  onIt: "On it",
  nothingOnIt: "Nothing from Keyferry on it yet",
  foreign: (count) => (count === 1 ? "1 unexpected file, left alone" : `${count} unexpected files, left alone`),
  byHandUrl: "link saved by hand",
  byHandKey: "key saved by hand",
  unknownAssetId: "no asset ID",
  server: (host) => `Server: ${host}`,
  others: "Others",
  choose: (name) => `Use ${name}`,
  closed: "Plugged in, but not ready",
  whyClosed: { "not-mounted": "Not mounted yet", unreadable: "Does not answer: locked or damaged" },
  mount: (name) => `Mount ${name}`,
  lookAgain: (name) => `Look at ${name} again`,
  opening: "Mounting…",
  lookingForReason: "It cannot be written. Looking for the reason…",
  unusable: (count) => (count === 1 ? "1 drive cannot be used" : `${count} drives cannot be used`),
  chooseFolder: "Choose a folder instead",
  readAgain: "Read it again",
  hint: (hint) => {
    if (hint.kind === "another-stick") return anotherStickText(notices, hint);
    const { kind, assetIds } = hint;
    if (kind === "take-to-a")
      return `This stick holds the request for ${systemNames(assetIds)}: take it to Computer A.`;
    if (kind === "take-to-b")
      return `This stick already holds the key for ${systemNames(assetIds)}: take it to Computer B.`;
    return `This stick holds the key for ${systemNames(assetIds)}: it can be delivered here.`;
  },
};

const ticks: TickTexts = {
  title: "What is done",
  written: "Written",
  copied: "Key copied and compared",
  activated: "Licence activated",
  readBack: "Read back and compared",
  removed: "Removed",
  toEject: "Eject it",
  safe: "Safe to remove",
  bySystem: (way) => `Without Keyferry: ${way}`,
  pullOut: "This computer has let go of it. Pull it out.",
  eject: (name) => `Eject ${name}`,
  ejectAgain: (name) => `Eject ${name} again`,
  nothingToRemove: "Nothing to remove: it is a folder",
  done: "done",
  open: "still to do",
  howToRemove: (platform, name) => {
    if (platform === "win32")
      return `In the taskbar, click Safely Remove Hardware, choose Eject for ${name}, then pull the stick out.`;
    if (platform === "darwin") return `In the Finder, click ⏏ beside ${name}, then pull the stick out.`;
    return `In the file manager, eject ${name}, then pull the stick out.`;
  },
};

/** All that the window says, in English. */
export const screens: ScreenTexts = {
  frame,
  actions,
  computer,
  stick,
  request,
  ticks,
  fetch,
  deliver,
  network,
  policy,
};
