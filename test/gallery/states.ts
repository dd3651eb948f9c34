import { deliverStates } from "./deliver-states.ts";
import { failedCallStates } from "./failed-call-states.ts";
import { fetchStates } from "./fetch-states.ts";
import { fetchStages, fetchStepStates } from "./fetch-step-states.ts";
import type { GalleryState } from "./gallery-state.ts";
import { networkStates } from "./network-states.ts";
import { policyStates } from "./policy-states.ts";
import { requestStates } from "./request-states.ts";
import { stick } from "./samples.ts";
import { after, plug } from "./trip-events.ts";

/** All states of the gallery, by name. */
export const states: Readonly<Record<string, GalleryState>> = {
  ...policyStates,
  computer: after(null, plug(stick)),
  ...requestStates,
  ...fetchStepStates,
  ...networkStates(fetchStages),
  ...fetchStates,
  ...deliverStates,
  ...failedCallStates,
};
