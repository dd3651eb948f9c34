import type { CopiedKeys } from "../ipc.ts";
import type { Outcome } from "../problem.ts";
import { contentsOf, isOn } from "./chosen-stick.ts";
import { readAgain } from "./sticks.ts";
import { firstStages, type KeyChoice, type Next, type Trip } from "./trip.ts";

/** The number of steps in the window's guide to the console's upload. */
export const CONSOLE_UPLOAD_STEPS = 5;

/** Chooses the key to upload, if it is on the stick. */
export function keyChosen(trip: Trip, key: KeyChoice): Next {
  const contents = contentsOf(trip);
  if (trip.stage.type !== "deliver.review" || !contents) return [trip, []];
  return isOn(contents, key) ? [{ ...trip, stage: { type: "deliver.review", key }, problem: null }, []] : [trip, []];
}

/** Copies the key for the console's upload, after the technician compared the asset ID with the masthead. */
export function copyWanted(trip: Trip): Next {
  if (trip.stage.type !== "deliver.review" || !trip.stage.key || !trip.stick) return [trip, []];
  const { key } = trip.stage;
  const stick = trip.stick.drive;
  return [
    { ...trip, stage: { type: "deliver.copying", key, stick }, problem: null },
    [{ type: "copy-key", stick: stick.id, key }],
  ];
}

/** Leads to the upload, which needs no stick; a failed copy leads back to the stick. */
export function copyEnded(trip: Trip, outcome: Outcome<CopiedKeys>): Next {
  if (trip.stage.type !== "deliver.copying") return [trip, []];
  const { stick, key } = trip.stage;
  if (!outcome.ok) return readAgain({ ...trip, stage: firstStages.deliver, problem: outcome.error });
  return readAgain({ ...trip, stage: { type: "deliver.upload", key, delivery: outcome.value, stick, consoleStep: 0 } });
}

/** Shows a step of the guide to the console's upload. */
export function consoleStepShown(trip: Trip, step: number): Next {
  if (trip.stage.type !== "deliver.upload" || step < 0 || step >= CONSOLE_UPLOAD_STEPS) return [trip, []];
  return [{ ...trip, stage: { ...trip.stage, consoleStep: step } }, []];
}

/** Ends the trip: the technician has seen that the console says activated. */
export function uploadConfirmed(trip: Trip): Next {
  if (trip.stage.type !== "deliver.upload") return [trip, []];
  const { key, delivery, stick } = trip.stage;
  const there = trip.stick?.drive.id === stick.id; // else it is out already, or another stick is in
  const removal = { type: there ? "in" : "away" } as const;
  return [{ ...trip, stage: { type: "deliver.done", key, delivery, stick, removal }, problem: null }, []];
}
