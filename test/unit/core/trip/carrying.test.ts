import { describe, expect, test } from "vitest";
import { err, ok } from "../../../../core/result.ts";
import { nextAction } from "../../../../core/trip/next-action.ts";
import { transition } from "../../../../core/trip/transition.ts";
import type { Trip, TripEvent } from "../../../../core/trip/trip.ts";
import { at, having } from "../../../fixtures/gallery-trip.ts";
import * as sample from "../../../gallery/samples.ts";

const { stick, secondStick } = sample;
const plug = (...drives: Trip["drives"]): TripEvent => ({ is: "drives-changed", drives });
const eject: TripEvent = { is: "eject-wanted" };
const confirmed: TripEvent = { is: "eject-ended", stick: stick.id, outcome: ok(null) };
const refused: TripEvent = { is: "eject-ended", stick: stick.id, outcome: err({ code: "stick-eject-busy", by: [] }) };

describe.each([
  ["fetch-has-key", "carry-to-b", "go-to-b"],
  ["fetch-request-again", "request-again", "go-to-b"],
  ["deliver-nothing", "carry-to-a", "go-to-a"],
  ["deliver-differs", "fetch-key-again", "go-to-a"],
  ["deliver-damaged", "fetch-key-again", "go-to-a"],
  ["request-already", "already-there", "go-to-a"],
])("a stick that has only to be carried on, at %s", (name, why, walk) => {
  test("is ejected by one click, and then carried", () => {
    const [trip, effects] = transition(at(name), eject);
    expect(effects).toEqual([{ do: "eject", stick: stick.id }]);
    expect(nextAction(trip)).toBe("wait-for-eject");
    expect(nextAction(having(trip, confirmed))).toBe(walk);
  });

  test("keeps its reason when the system does not let go of it", () => {
    const trip = having(at(name), eject, refused);
    expect(nextAction(trip)).toBe(why);
    expect(trip.step).toMatchObject({ removal: { is: "refused", problem: { code: "stick-eject-busy" } } });
    expect(nextAction(having(trip, eject, confirmed))).toBe(walk);
  });

  test("is not missed when it is pulled", () => {
    const trip = having(at(name), plug());
    expect(trip.problem).toBeNull();
    expect(nextAction(trip)).toBe(walk);
  });
});

describe("after a stick was carried off", () => {
  const read = (contents: ReturnType<typeof sample.holding>): TripEvent => ({
    is: "stick-read",
    stick: secondStick.id,
    outcome: ok(contents),
  });
  const afterwards = having(at("fetch-has-key"), plug(), plug(secondStick));

  test("the next one decides the step", () => {
    expect(afterwards.stick?.drive.id).toBe(secondStick.id);
    expect(having(afterwards, read(sample.holding(sample.requested))).step.at).toBe("fetch.review");
  });

  test("one with nothing for this hop is told so", () => {
    expect(nextAction(having(afterwards, read(sample.holding())))).toBe("bring-other-stick");
  });
});

test("a folder has nothing to come out of", () => {
  const folder = having(
    at("fetch-no-stick"),
    { is: "folder-chosen", outcome: ok(sample.folder) },
    { is: "stick-read", stick: sample.folder.id, outcome: ok(sample.holding(sample.answered)) },
  );
  expect(nextAction(folder)).toBe("carry-to-b");
  expect(transition(folder, eject)).toEqual([folder, []]);
});

test("a key that came out damaged is offered no longer, another one on the stick is", () => {
  const trip = at("deliver-differs-of-two");
  const { id, assetId } = sample.otherAnswered;
  if (id === null) throw new Error("the sample has a ticket");
  const other = having(trip, { is: "key-chosen", key: { from: "request", ticket: id, assetId } });
  expect(nextAction(trip)).toBe("fetch-key-again");
  expect(transition(trip, { is: "copy-wanted" }), "none is chosen instead").toEqual([trip, []]);
  expect(nextAction(other)).toBe("confirm-key");
});

test("a key that names no system is not to be compared with the console", () => {
  const trip = at("deliver-one");
  if (trip.step.at !== "deliver.review" || trip.step.key?.from !== "request") throw new Error("a key is chosen");
  const nameless = { ...trip.step.key, assetId: null };
  expect(nextAction({ ...trip, step: { ...trip.step, key: nameless } })).toBe("confirm-origin");
});
