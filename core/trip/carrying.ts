import type { Drive } from "../drives/drive.ts";
import { type CarryReason, carryReasons } from "./carry-reason.ts";
import { nextAction } from "./next-action.ts";
import { asDone } from "./removal.ts";
import { stickHint } from "./stick-hint.ts";
import { chosenAmong } from "./sticks.ts";
import { isFolder, type Step, type Trip } from "./trip.ts";

type CarryStep = Extract<Step, { readonly at: "carry" }>;

/** The stick as one that has only to be carried on, and why; null where there is something to do with it here. */
export function carried(trip: Trip): CarryStep | null {
  if (trip.step.at === "carry") return trip.step;
  const why = nextAction(trip);
  if (!trip.stick || asDone(trip.step) || !isReason(why)) return null;
  const hint = stickHint(trip);
  const assetIds = hint && "assetIds" in hint ? hint.assetIds : [];
  return { at: "carry", why, assetIds, stick: trip.stick.drive, removal: { is: "in" } };
}

const isReason = (action: string): action is CarryReason => Object.hasOwn(carryReasons, action);

/** Such a stick comes out as at the end of a hop. A folder has nothing to come out of: there the trip stays as it is. */
export function carrying(trip: Trip): Trip {
  const step = carried(trip);
  return step && !isFolder(step.stick) ? { ...trip, step, problem: null } : trip;
}

/** Whoever pulls such a stick without a word has done what there was to do: it is not missed. */
export const carriedOff = (trip: Trip, drives: readonly Drive[]): Trip =>
  chosenAmong(trip, drives) ? trip : carrying(trip);
