import type { Startup } from "../ipc.ts";
import type { Computer } from "../settings.ts";
import type { NextAction } from "../trip/next-action.ts";
import type { StickHint } from "../trip/stick-hint.ts";
import type { Hop } from "../trip/trip.ts";
import type { MapState } from "../trip/trip-map.ts";
import type { ConsoleLabels } from "./console-labels.ts";
import type { FetchTexts } from "./fetch-texts.ts";
import type { NetworkTexts } from "./network-texts.ts";
import type { PolicyTexts } from "./policy-texts.ts";

/** What a headline may have to name. */
export interface Facts {
  readonly hop: Hop | null;
  /** The stick's name, as "KINGSTON (E:)"; "" while there is none. */
  readonly stick: string;
  readonly assetId: string | null;
  /** How many requests or keys are concerned: those chosen, those fetched. */
  readonly count: number;
  /** Of how many they are: those that could be chosen, those that were asked for. */
  readonly total: number;
  /** How many of them have their keys on this computer: ALAS is not asked for these. */
  readonly kept: number;
  /** A folder stands in for the stick: nothing has to be pulled out. */
  readonly folder: boolean;
  /** A folder may stand in for one. */
  readonly foldersAllowed: boolean;
  /** When a wait ends, as the clock shows it; "" where there is none. */
  readonly until: string;
  /** The asset IDs of what a stick holds that is only carried on. */
  readonly systems: readonly (string | null)[];
}

/** The one thing to do now, and one short sentence about it. */
export interface ActionText {
  headline(facts: Facts): string;
  sentence(facts: Facts): string;
}
export type ActionTexts = { readonly [A in NextAction]: ActionText };

/** One instruction about the console: its labels stand in the console's language, the rest in the app's. */
type AboutConsole = (labels: ConsoleLabels) => string;

/** The frame around every screen: who and where one is, and the map. */
export interface FrameTexts {
  youAreAt(computer: Computer): string;
  readonly change: string;
  readonly language: string;
  readonly map: string;
  computer(computer: Computer): string;
  readonly stick: string;
  readonly carries: { readonly request: string; readonly key: string };
  readonly hops: Readonly<Record<Hop, string>>;
  hopOf(hop: Hop): string;
  readonly mapStates: Readonly<Record<MapState, string>>;
  walksLeft(walks: 0 | 1 | 2): string;
  readonly back: string;
  readonly more: string;
  readonly problem: string;
  readonly care: string;
}

/** The question which computer this is. */
export interface ComputerTexts {
  choose(computer: Computer): string;
  readonly reaches: Readonly<Record<Computer, string>>;
  readonly hopsAt: Readonly<Record<Computer, string>>;
}

/** The panel that shows the chosen stick and the others. */
export interface StickPanelTexts {
  readonly title: string;
  readonly folderTitle: string;
  readonly none: string;
  readonly noneChosen: string;
  ejected(stick: string): string;
  free(free: string, size: string): string;
  readonly readOnly: string;
  readonly reading: string;
  readonly onIt: string;
  readonly nothingOnIt: string;
  readonly foreign: (count: number) => string;
  readonly byHandUrl: string;
  readonly byHandKey: string;
  readonly unknownAssetId: string;
  /** The server of a URL, where it is not the vendor's own. */
  server(host: string): string;
  readonly others: string;
  choose(stick: string): string;
  /** Sticks that are plugged in, but not open to this computer. */
  readonly closed: string;
  readonly whyClosed: Readonly<Record<"not-mounted" | "unreadable", string>>;
  mount(stick: string): string;
  lookAgain(stick: string): string;
  readonly opening: string;
  readonly lookingForReason: string;
  unusable(count: number): string;
  readonly chooseFolder: string;
  readonly readAgain: string;
  /** What lies on the stick but belongs to another hop. */
  hint(hint: StickHint): string;
}

export interface RequestTexts {
  readonly findLink: string;
  readonly consoleLanguage: string;
  readonly linkSteps: readonly AboutConsole[];
  readonly bothNames: AboutConsole;
  readonly box: string;
  readonly boxHint: string;
  readonly noLinkFile: string;
  readonly paste: string;
  readonly clipboardEmpty: string;
  readonly offer: string;
  readonly takeOffer: string;
  trimmed(what: readonly string[]): string;
  readonly pasteOther: string;
  readonly compare: AboutConsole;
  yes(assetId: string): string;
  readonly assetIdField: AboutConsole;
  normalised(assetId: string): string;
  readonly withoutAssetId: string;
  readonly note: string;
  readonly noteHint: string;
  readonly operator: string;
  readonly operatorHint: string;
  readonly minimal: string;
  readonly minimalHint: string;
  readonly haveKey: string;
  write(stick: string): string;
  readonly twice: string;
  readonly writeAgain: string;
  readonly another: string;
}

/** The three ticks that end a hop, and how a stick is removed. */
export interface TickTexts {
  readonly title: string;
  readonly written: string;
  readonly copied: string;
  readonly activated: string;
  readonly readBack: string;
  readonly removed: string;
  readonly toEject: string;
  readonly safe: string;
  readonly pullOut: string;
  /** The system's own way beside ours. */
  bySystem(way: string): string;
  eject(stick: string): string;
  ejectAgain(stick: string): string;
  readonly nothingToRemove: string;
  readonly done: string;
  readonly open: string;
  howToRemove(platform: Startup["platform"], stick: string): string;
}

export interface DeliverTexts {
  readonly keys: string;
  readonly compare: AboutConsole;
  copy(assetId: string | null): string;
  copyByHand(file: string): string;
  readonly goesTo: string;
  readonly otherFolder: string;
  readonly noKeyYet: string;
  readonly file: string;
  readonly folder: string;
  readonly show: Readonly<Record<Startup["platform"], string>>;
  stepOf(step: number, steps: number): string;
  uploadSteps(fileName: string): readonly AboutConsole[];
  readonly next: string;
  readonly previous: string;
  readonly statusLine: string;
  readonly activated: string;
  /** Where the console does not say that: how to find out why. */
  readonly somethingElse: string;
  checkFile(fileName: string): AboutConsole;
  readonly notYet: string;
  readonly remains: string;
  readonly nothingRemains: string;
  readonly nextKey: string;
  readonly newRequest: string;
}

/** Everything that the window says in one language. */
export interface ScreenTexts {
  readonly frame: FrameTexts;
  readonly actions: ActionTexts;
  readonly computer: ComputerTexts;
  readonly stick: StickPanelTexts;
  readonly request: RequestTexts;
  readonly ticks: TickTexts;
  readonly fetch: FetchTexts;
  readonly deliver: DeliverTexts;
  readonly network: NetworkTexts;
  readonly policy: PolicyTexts;
}
