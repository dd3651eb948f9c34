import { describe, expect, test } from "vitest";
import { err, ok } from "../../../../core/result.ts";
import { transition } from "../../../../core/trip/transition.ts";
import type { Trip, TripEvent } from "../../../../core/trip/trip.ts";
import { having } from "../../../fixtures/gallery-trip.ts";
import {
  keyDelivered,
  keyFetched,
  linkConfirmed,
  requestWritten,
  stickWith,
  tripAtA,
  tripAtB,
} from "../../../fixtures/trip-of.ts";
import * as sample from "../../../gallery/samples.ts";

const { stick, secondStick, unmountedStick, unreadableStick, lockedStick, requested, answered } = sample;
const plug = (...drives: Trip["drives"]): TripEvent => ({ type: "drives-changed", drives });
const eject: TripEvent = { type: "eject-wanted" };
const confirmed: TripEvent = { type: "eject-ended", stick: stick.id, outcome: ok(null) };
const refused: TripEvent = { type: "eject-ended", stick: stick.id, outcome: err({ code: "stick-eject-busy", by: [] }) };
const gone: TripEvent = { type: "eject-ended", stick: stick.id, outcome: err({ code: "stick-gone" }) };

const removalOf = ({ stage }: Trip) => ("removal" in stage ? stage.removal.type : null);

describe("the end of a step", () => {
  test.each([
    ["step 1", tripAtB(stickWith(), linkConfirmed, requestWritten)],
    ["step 2", tripAtA(stickWith(requested), keyFetched)],
    ["step 3", tripAtB(stickWith(answered), keyDelivered)],
  ])("%s: the stick is ejected by one click", (_, done) => {
    const [trip, effects] = transition(done, eject);
    expect(effects).toEqual([{ type: "eject", stick: stick.id }]);
    expect(removalOf(trip)).toBe("ejecting");
    expect(transition(trip, eject), "a second click changes nothing").toEqual([trip, []]);
  });

  test.each<[string, readonly TripEvent[], string]>([
    ["confirmed by the system", [eject, confirmed], "safe"],
    ["confirmed, then off the list", [eject, confirmed, plug()], "safe"],
    ["off the list first, as after the unmount, then confirmed", [eject, plug(), confirmed], "safe"],
    ["off the list, and nothing confirmed yet", [eject, plug()], "ejecting"],
    ["pulled in the middle", [eject, plug(), gone], "away"],
    ["found gone by the eject itself", [eject, gone], "away"],
    ["refused", [eject, refused], "refused"],
    ["refused, then pulled all the same", [eject, refused, plug()], "away"],
    ["refused, tried again", [eject, refused, eject], "ejecting"],
    ["pulled without a word", [plug()], "away"],
    ["a confirmation that nobody asked for", [confirmed], "in"],
  ])("%s", (_, events, removal) => {
    expect(removalOf(tripAtB(stickWith(), linkConfirmed, requestWritten, events))).toBe(removal);
  });

  test("a refusal keeps its problem, and the step stays done", () => {
    const { stage, problem } = tripAtB(stickWith(), linkConfirmed, requestWritten, eject, refused);
    expect(stage).toMatchObject({ type: "request.done", removal: { problem: { code: "stick-eject-busy" } } });
    expect(problem).toBeNull();
  });

  test("a folder has nothing to be ejected", () => {
    const trip = tripAtB(linkConfirmed, { type: "folder-chosen", outcome: ok(sample.folder) }, requestWritten);
    expect(transition(trip, eject)).toEqual([trip, []]);
  });

  test.each<TripEvent>([
    { type: "step-chosen", step: "request" },
    { type: "computer-changed" },
    { type: "folder-wanted" },
    { type: "stick-chosen", stick: secondStick.id },
    plug(stick, secondStick),
    plug(lockedStick),
  ])("nothing else is begun while it is being ejected: $type", (event) => {
    const [trip, effects] = transition(tripAtB(stickWith(), linkConfirmed, requestWritten, eject), event);
    expect(removalOf(trip)).toBe("ejecting");
    expect(effects).toEqual([]);
  });
});

describe("an ejected stick", () => {
  test("is not taken again while it is still on the list", () => {
    const trip = tripAtB(stickWith(), linkConfirmed, requestWritten, eject, confirmed, plug(stick));
    expect(trip.stick).toBeNull();
    expect(having(trip, { type: "stick-chosen", stick: stick.id }).stick).toBeNull();
    expect(having(trip, { type: "step-chosen", step: "request" }).stick).toBeNull();
  });

  test("is a stick like any other once it was away", () => {
    const trip = tripAtB(stickWith(), linkConfirmed, requestWritten, eject, confirmed, plug(), plug(stick));
    expect(trip.stick?.drive.id).toBe(stick.id);
  });

  test("that stays in its port, unmounted, is no pulled stick", () => {
    const trip = tripAtB(stickWith(), linkConfirmed, requestWritten, eject, confirmed, plug(unmountedStick));
    expect(trip).toMatchObject({
      stick: null,
      problem: null,
      stage: { type: "request.done", removal: { type: "safe" } },
    });
  });

  test("leaves room for another one", () => {
    const trip = tripAtB(stickWith(), linkConfirmed, requestWritten, eject, confirmed, plug(stick, secondStick));
    expect(trip.stick?.drive.id).toBe(secondStick.id);
  });
});

describe("a stick that is not open", () => {
  const waiting = tripAtB(plug(unmountedStick), linkConfirmed);
  const wanted: TripEvent = { type: "mount-wanted", drive: unmountedStick.id };

  test("is mounted by one click, and then taken as the only stick", () => {
    const [trip, effects] = transition(waiting, wanted);
    expect(effects).toEqual([{ type: "mount", stick: unmountedStick.id }]);
    expect(transition(trip, wanted), "one attempt at a time").toEqual([trip, []]);
    const mounted = having(trip, { type: "mount-ended", drive: unmountedStick.id, outcome: ok([stick]) });
    expect(mounted).toMatchObject({ mounting: null, stick: { drive: stick } });
  });

  test("that was mounted by another hand meanwhile needs no answer", () => {
    const trip = having(waiting, wanted, plug(stick));
    expect(trip.mounting).toBeNull();
    const late: TripEvent = { type: "mount-ended", drive: unmountedStick.id, outcome: err({ code: "stick-gone" }) };
    expect(having(trip, late)).toEqual(trip);
  });

  test("that cannot be mounted says why, where it stands", () => {
    const problem = { code: "stick-mount-failed", detail: "NotAuthorizedCanObtain" } as const;
    const failed: TripEvent = { type: "mount-ended", drive: unmountedStick.id, outcome: err(problem) };
    expect(having(waiting, wanted, failed)).toMatchObject({
      problem: null,
      mounting: { drive: unmountedStick.id, problem: { code: "stick-mount-failed" } },
    });
  });

  test.each([
    ["a reader without a card", sample.cardReader],
    ["the computer's disk", sample.systemDisk],
    ["a stick that is open", stick],
  ])("%s is not to be mounted", (_, drive) => {
    const trip = having(waiting, plug(drive, unreadableStick));
    expect(transition(trip, { type: "mount-wanted", drive: drive.id })).toEqual([trip, []]);
  });
});

describe("a read-only stick", () => {
  test("is asked why, once when it is taken and when the system closes it", () => {
    const explain = { type: "explain-read-only", stick: stick.id };
    expect(transition(tripAtB(linkConfirmed), plug(lockedStick))[1]).toContainEqual(explain);
    const [closed, effects] = transition(tripAtB(stickWith(), linkConfirmed), plug(lockedStick));
    expect(effects).toEqual([explain]);
    expect(transition(closed, plug(lockedStick))[1]).toEqual([]);
  });

  test("whose reason cannot be found out says so in general words", () => {
    const trip = having(tripAtB(plug(lockedStick), linkConfirmed), {
      type: "read-only-explained",
      stick: stick.id,
      outcome: err({ code: "unexpected", detail: "x" }),
    });
    expect(trip.stick?.whyReadOnly).toEqual({ code: "stick-read-only" });
  });

  test("that was opened for writing forgets the reason", () => {
    const explained: TripEvent = {
      type: "read-only-explained",
      stick: stick.id,
      outcome: ok({ code: "stick-policy" }),
    };
    const sealed = tripAtB(plug(lockedStick), linkConfirmed, explained);
    expect(sealed.stick?.whyReadOnly).toEqual({ code: "stick-policy" });
    expect(having(sealed, plug(stick)).stick?.whyReadOnly).toBeNull();
  });
});
