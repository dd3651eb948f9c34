import type { Drive } from "../drives/drive.ts";
import type { StickContents, StickRequest } from "../stick/stick-contents.ts";
import { isDeliverable } from "../stick/stick-state.ts";
import type { KeyChoice, Trip } from "./trip.ts";

/** The contents of the chosen stick, once they are known. */
export const contentsOf = (trip: Trip): StickContents | null =>
  trip.stick?.reading.type === "read" ? trip.stick.reading.contents : null;

/** The chosen stick as these drives list it; undefined when it is gone. */
export const chosenAmong = ({ stick }: Trip, drives: readonly Drive[]): Drive | undefined =>
  drives.find(({ id, usable }) => id === stick?.drive.id && usable);

/** The sticks that can be chosen. */
export const usableSticks = (trip: Trip): readonly Drive[] =>
  trip.drives.filter((drive) => drive.usable && !drive.hidden && drive.id !== trip.ejected);

/** Returns the requests whose intact key is on the stick. */
export const deliverable = (contents: StickContents): readonly StickRequest[] =>
  contents.requests.filter((request) => isDeliverable(request) && request.id !== null);

/** Returns those of them that are not recorded as delivered. */
export const undelivered = (contents: StickContents): readonly StickRequest[] =>
  deliverable(contents).filter(({ deliveredAt }) => deliveredAt === null);

/** Whether a chosen key is on the stick. */
export const isOn = (contents: StickContents, key: KeyChoice): boolean =>
  key.type === "request"
    ? deliverable(contents).some(({ id }) => id === key.ticket)
    : contents.byHand.keys.some(({ file }) => file === key.file);
