import { createContext, useContext } from "react";
import type { Startup } from "../core/ipc.ts";
import type { Outcome } from "../core/problem.ts";
import type { Language } from "../core/settings.ts";
import type { ScreenTexts } from "../core/text/en/screens.ts";
import type { Texts } from "../core/text/en/texts.ts";
import type { Stage, Trip, TripEvent } from "../core/trip/trip.ts";
import type { Bridge } from "../preload/index.ts";

/** Values that any part may need and that do not depend on the trip's stage. */
export interface AppContext {
  readonly bridge: Bridge;
  readonly language: Language;
  readonly consoleLanguage: Language;
  readonly platform: Startup["platform"];
  readonly screens: ScreenTexts;
  readonly texts: Texts;
  /** This computer's clock (ms since 1970). */
  now(): number;
  /** The folder to which keys are copied for the upload in the console. */
  readonly deliverTo: string;
  chooseDeliveryFolder(): Promise<Outcome<string>>;
  changeConsoleLanguage(language: Language): void;
}

const Context = createContext<AppContext | null>(null);

export const AppContextProvider = Context.Provider;

export function useAppContext(): AppContext {
  const context = useContext(Context);
  if (!context) throw new Error("useAppContext was called outside AppContextProvider.");
  return context;
}

/** The trip, and the function that sends events to its state machine. */
export interface TripProps {
  readonly trip: Trip;
  send(event: TripEvent): void;
}

/** The props of a stage's screen. */
export interface ScreenProps<T extends Stage["type"]> extends TripProps {
  readonly stage: Extract<Stage, { readonly type: T }>;
}
