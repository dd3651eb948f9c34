import type { NextAction } from "../trip/next-action.ts";
import type { Step } from "../trip/trip.ts";

/** What a headline may have to name. */
export interface Facts {
  readonly step: Step | null;
  /** The stick's name, as "KINGSTON (E:)"; "" while there is none. */
  readonly stick: string;
  readonly assetId: string | null;
  /** How many requests or keys are concerned: those chosen, those fetched. */
  readonly count: number;
  /** Of how many they are: those that could be chosen, those that were asked for. */
  readonly total: number;
  /** How many of them have their keys on this computer: ALAS is not contacted for these. */
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
