import type { CopiedKeys } from "../ipc.ts";
import type { Outcome } from "../problem.ts";
import { contentsOf, isOn } from "./chosen-stick.ts";
import { readAgain } from "./sticks.ts";
import { firstStages, type KeyChoice, type Next, type Trip } from "./trip.ts";

/** The console's own upload takes this many steps in the guide of the window. */
export const CONSOLE_UPLOAD_STEPS = 5;

/** The technician named the key for the console in front of him. Only what lies on the stick can be chosen. */
export function keyChosen(trip: Trip, key: KeyChoice): Next {
  const contents = contentsOf(trip);
  if (trip.stage.type !== "deliver.review" || !contents) return [trip, []];
  return isOn(contents, key) ? [{ ...trip, stage: { type: "deliver.review", key }, problem: null }, []] : [trip, []];
}

/** The asset ID was compared with the masthead: makes the verified copy that the console's upload takes. */
export function copyWanted(trip: Trip): Next {
  if (trip.stage.type !== "deliver.review" || !trip.stage.key || !trip.stick) return [trip, []];
  const { key } = trip.stage;
  const stick = trip.stick.drive;
  return [
    { ...trip, stage: { type: "deliver.copying", key, stick }, problem: null },
    [{ type: "copy-key", stick: stick.id, key }],
  ];
}

/** The stick is needed no longer once the copy is made; a failed copy leads back to it. */
export function copyEnded(trip: Trip, outcome: Outcome<CopiedKeys>): Next {
  if (trip.stage.type !== "deliver.copying") return [trip, []];
  const { stick, key } = trip.stage;
  if (!outcome.ok) return readAgain({ ...trip, stage: firstStages.deliver, problem: outcome.error });
  return readAgain({ ...trip, stage: { type: "deliver.upload", key, delivery: outcome.value, stick, consoleStep: 0 } });
}

/** Forth and back through the console's steps. */
export function consoleStepShown(trip: Trip, step: number): Next {
  if (trip.stage.type !== "deliver.upload" || step < 0 || step >= CONSOLE_UPLOAD_STEPS) return [trip, []];
  return [{ ...trip, stage: { ...trip.stage, consoleStep: step } }, []];
}

/** The console says activated. */
export function uploadConfirmed(trip: Trip): Next {
  if (trip.stage.type !== "deliver.upload") return [trip, []];
  const { key, delivery, stick } = trip.stage;
  const there = trip.stick?.drive.id === stick.id; // else it is out already, or changed for another one
  const removal = { type: there ? "in" : "away" } as const;
  return [{ ...trip, stage: { type: "deliver.done", key, delivery, stick, removal }, problem: null }, []];
}
