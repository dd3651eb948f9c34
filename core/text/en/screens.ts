import { anotherStickText } from "../another-stick-text.ts";
import type { ComputerTexts, FrameTexts, ScreenTexts, StickPanelTexts, TickTexts } from "../screen-texts.ts";
import { deliver } from "./deliver-screens.ts";
import { fetch } from "./fetch-screens.ts";
import { network } from "./network-screens.ts";
import { actions } from "./next-actions.ts";
import { notices } from "./notices.ts";
import { policy } from "./policy-screens.ts";
import { request } from "./request-screens.ts";

const frame: FrameTexts = {
  youAreAt: (computer) => `You are at Computer ${computer}`,
  change: "Change",
  language: "Language",
  map: "The way of the stick",
  computer: (computer) => `Computer ${computer}`,
  stick: "Stick",
  carries: { request: "with the request", key: "with the key" },
  hops: { request: "1 Request", fetch: "2 Fetch", deliver: "3 Deliver" },
  hopOf: (hop) => ({ request: "Hop 1 of 3: Request", fetch: "Hop 2 of 3: Fetch", deliver: "Hop 3 of 3: Deliver" })[hop],
  mapStates: { done: "Done", now: "Now", next: "To do" },
  walksLeft: (walks) => (walks === 0 ? "No walk left" : walks === 1 ? "1 walk left" : "2 walks left"),
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

const names = (assetIds: readonly (string | null)[]): string =>
  assetIds.map((id) => id ?? "a system without asset ID").join(", ");

const stick: StickPanelTexts = {
  title: "Stick",
  folderTitle: "Folder instead of a stick",
  none: "No stick plugged in",
  noneChosen: "None chosen yet",
  ejected: (name) => `${name} is ejected`,
  free: (free, size) => `${free} free of ${size}`,
  readOnly: "Read-only",
  reading: "Being read…",
  onIt: "On it",
  nothingOnIt: "Nothing from Keyferry on it yet",
  foreign: (count) => (count === 1 ? "1 unexpected file, left alone" : `${count} unexpected files, left alone`),
  byHandUrl: "link saved by hand",
  byHandKey: "key saved by hand",
  unknownAssetId: "no asset ID",
  others: "Others",
  choose: (name) => `Use ${name}`,
  closed: "Plugged in, but not open",
  whyClosed: { "not-mounted": "Not mounted yet", unreadable: "Does not answer: locked or damaged" },
  mount: (name) => `Mount ${name}`,
  lookAgain: (name) => `Look at ${name} again`,
  opening: "Being mounted…",
  lookingForReason: "It cannot be written. Looking for the reason…",
  unusable: (count) => (count === 1 ? "1 drive cannot be used" : `${count} drives cannot be used`),
  chooseFolder: "Choose a folder instead",
  readAgain: "Read it again",
  hint: (hint) => {
    if (hint.kind === "another-stick") return anotherStickText(notices, hint);
    const { kind, assetIds } = hint;
    if (kind === "take-to-a") return `This stick holds the request for ${names(assetIds)}: take it to Computer A.`;
    if (kind === "take-to-b") return `This stick already holds the key for ${names(assetIds)}: take it to Computer B.`;
    return `This stick holds the key for ${names(assetIds)}: it can be delivered here.`;
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
  bySystem: (way) => `The system's own way: ${way}`,
  pullOut: "The system let go of it. Pull it out.",
  eject: (name) => `Eject ${name}`,
  ejectAgain: (name) => `Eject ${name} again`,
  nothingToRemove: "Nothing to remove: it is a folder",
  done: "done",
  open: "still to do",
  howToRemove: (platform, name) => {
    if (platform === "win32") return `Taskbar, USB symbol, “Eject” for ${name}. Then pull it out.`;
    if (platform === "darwin") return `Finder, ⏏ beside ${name}. Then pull it out.`;
    return `File manager, eject ${name}. Then pull it out.`;
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
