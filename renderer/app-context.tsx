import { createContext, useContext } from "react";
import type { Startup } from "../core/ipc.ts";
import type { Outcome } from "../core/problem.ts";
import type { Language } from "../core/settings.ts";
import type { ScreenTexts } from "../core/text/en/screens.ts";
import type { Texts } from "../core/text/en/texts.ts";
import type { Stage, Trip, TripEvent } from "../core/trip/trip.ts";
import type { Bridge } from "../preload/index.ts";

/** What every part may need and no step decides: the words, the system and the way to the main process. */
export interface AppContext {
  readonly bridge: Bridge;
  readonly language: Language;
  readonly consoleLanguage: Language;
  readonly platform: Startup["platform"];
  readonly screens: ScreenTexts;
  readonly texts: Texts;
  /** This computer's clock (ms since 1970). */
  now(): number;
  /** The folder that keys for the console's upload go to. */
  readonly deliverTo: string;
  chooseDeliverTo(): Promise<Outcome<string>>;
  changeConsoleLanguage(language: Language): void;
}

const Context = createContext<AppContext | null>(null);

export const AppContextProvider = Context.Provider;

/** The surroundings of the window. */
export function useAppContext(): AppContext {
  const surroundings = useContext(Context);
  if (!surroundings) throw new Error("No surroundings: drawn outside of the window.");
  return surroundings;
}

/** What a screen gets: the trip, its own step, and where the technician's doings go. */
export interface ScreenProps<At extends Stage["type"]> {
  readonly trip: Trip;
  readonly stage: Extract<Stage, { readonly type: At }>;
  send(event: TripEvent): void;
}
