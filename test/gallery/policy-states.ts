import { NO_POLICY, type SitePolicy } from "../../core/policy/site-policy.ts";
import { ok } from "../../core/result.ts";
import { startTrip, transition } from "../../core/trip/transition.ts";
import type { Trip, TripEvent } from "../../core/trip/trip.ts";
import type { GalleryState } from "./gallery-state.ts";
import * as sample from "./samples.ts";

const FILE = "C:\\ProgramData\\Keyferry\\policy.json";
const BUTTON = "#site-policy";

const strict: SitePolicy = {
  ...NO_POLICY,
  files: [FILE],
  hosts: ["alas-relay.plant-4.example"],
  allowFolders: false,
  requireNote: true,
  requireOperator: true,
  language: "ja",
};
const { stick } = sample;
const plugged: readonly TripEvent[] = [
  { type: "drives-changed", drives: [stick, sample.systemDisk] },
  { type: "stick-read", stick: stick.id, outcome: ok(sample.holding()) },
];
const confirm: TripEvent = { type: "link-confirmed" };
const relayLink = sample.LINK.replace("alas.stratus.com", "alas-relay.plant-4.example");
const linkB: readonly TripEvent[] = [...plugged, { type: "link-given", text: relayLink }];
const noted: TripEvent = { type: "request-described", note: "work order 4711", minimal: false };

/** The trip after these events under a site policy, from the real state machine. */
const under = (policy: SitePolicy, computer: Trip["computer"], ...events: readonly TripEvent[]): Trip =>
  events.reduce((trip, event) => transition(trip, event)[0], startTrip(computer, 0, { policy, operator: "" }));

export const policyStates: Readonly<Record<string, GalleryState>> = {
  "policy-shown": { trip: under(strict, "B", ...plugged), press: BUTTON },
  "policy-of-two-files": {
    trip: under(
      {
        ...strict,
        files: ["/etc/keyferry/policy.json", "/home/operator/policies/line-4.json"],
        ignoredHosts: ["other.example"],
        requireOperator: false,
        language: null,
      },
      "A",
    ),
    platform: "linux",
    press: BUTTON,
  },
  "policy-unusable": {
    trip: startTrip(null),
    policyProblem: {
      code: "policy-unusable",
      file: FILE,
      fault: { type: "unknown-key", key: "allowFolder" },
    },
  },
  "policy-details-demanded": { trip: under(strict, "B", ...linkB) },
  "policy-note-required": { trip: under(strict, "B", ...linkB, confirm) },
  "policy-operator-required": { trip: under(strict, "B", ...linkB, noted, confirm) },
  "policy-note-only": { trip: under({ ...strict, requireOperator: false }, "B", ...linkB, noted) },
  "policy-no-folders": {
    trip: under({ ...NO_POLICY, files: [FILE], allowFolders: false }, "B", linkOf(sample.LINK), confirm),
  },
  "policy-no-folders-fetch": {
    trip: under({ ...NO_POLICY, files: [FILE], allowFolders: false }, "A", ...plugged),
  },
};

function linkOf(text: string): TripEvent {
  return { type: "link-given", text };
}
