import type { Computer } from "../settings.ts";
import type { Step } from "./step.ts";

/** Why a stick is carried on although there is nothing to do with it here. */
export type CarryReason =
  | "already-there" // the same link is on it: no need to write it twice
  | "carry-to-a" // what it holds is to be fetched first
  | "carry-to-b" // its keys are to be delivered
  | "fetch-key-again" // its key came out damaged
  | "request-again"; // nothing on it but what needs a new request at Computer B

/** The step that finds the stick so, and the computer that it goes to. */
export const carryReasons: { readonly [R in CarryReason]: { readonly step: Step; readonly to: Computer } } = {
  "already-there": { step: "request", to: "A" },
  "carry-to-a": { step: "deliver", to: "A" },
  "carry-to-b": { step: "fetch", to: "B" },
  "fetch-key-again": { step: "deliver", to: "A" },
  "request-again": { step: "fetch", to: "B" },
};
