import { deliverStates } from "./deliver-states.ts";
import { failedCallStates } from "./failed-call-states.ts";
import { fetchStates } from "./fetch-states.ts";
import { fetchHopStates, fetchPlaces } from "./fetch-step-states.ts";
import type { GalleryState } from "./gallery-state.ts";
import { networkStates } from "./network-states.ts";
import { policyStates } from "./policy-states.ts";
import { requestStates } from "./request-states.ts";
import { stick } from "./samples.ts";
import { after, plug } from "./trip-events.ts";

/** All that there is to look at, by name. */
export const states: Readonly<Record<string, GalleryState>> = {
  ...policyStates,
  computer: after(null, plug(stick)),
  ...requestStates,
  ...fetchHopStates,
  ...networkStates(fetchPlaces),
  ...fetchStates,
  ...deliverStates,
  ...failedCallStates,
};
