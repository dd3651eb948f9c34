import type { Computer } from "../settings.ts";
import type { Step } from "./step.ts";

/** Why the technician carries a stick to the other computer although there is nothing to do with it here. */
export type CarryReason =
  | "already-there" // the same link is on it: no need to write it twice
  | "carry-to-a" // its requests must be fetched first
  | "carry-to-b" // its keys must be uploaded
  | "fetch-key-again" // its key came out damaged
  | "request-again"; // all its requests must be made again at Computer B

/** The step in which the reason arises, and the computer that the stick goes to. */
export const carryReasons: { readonly [R in CarryReason]: { readonly step: Step; readonly to: Computer } } = {
  "already-there": { step: "request", to: "A" },
  "carry-to-a": { step: "deliver", to: "A" },
  "carry-to-b": { step: "fetch", to: "B" },
  "fetch-key-again": { step: "deliver", to: "A" },
  "request-again": { step: "fetch", to: "B" },
};
