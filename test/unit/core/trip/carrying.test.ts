import { describe, expect, test } from "vitest";
import { err, ok } from "../../../../core/result.ts";
import type { StickRequest } from "../../../../core/stick/stick-contents.ts";
import { nextAction } from "../../../../core/trip/next-action.ts";
import { transition } from "../../../../core/trip/transition.ts";
import type { Trip, TripEvent } from "../../../../core/trip/trip.ts";
import { having } from "../../../fixtures/gallery-trip.ts";
import { copyDiffers, linkConfirmed, stickWith, tripAtA, tripAtB } from "../../../fixtures/trip-of.ts";
import { withoutAssetId } from "../../../gallery/fetch-samples.ts";
import * as sample from "../../../gallery/samples.ts";

const { stick, secondStick, requested, answered, otherAnswered } = sample;
const plug = (...drives: Trip["drives"]): TripEvent => ({ type: "drives-changed", drives });
const eject: TripEvent = { type: "eject-wanted" };
const confirmed: TripEvent = { type: "eject-ended", stick: stick.id, outcome: ok(null) };
const refused: TripEvent = { type: "eject-ended", stick: stick.id, outcome: err({ code: "stick-eject-busy", by: [] }) };

const deliverStep: TripEvent = { type: "step-chosen", step: "deliver" };
const readAgain = (...requests: readonly StickRequest[]): TripEvent => ({
  type: "stick-read",
  stick: stick.id,
  outcome: ok(sample.holding(...requests)),
});
/** The key of `answered`, as a second look finds it. */
const damagedKey: StickRequest = {
  ...answered,
  state: "damaged",
  next: "fetch-again-knowingly",
  problems: [{ code: "file-differs", file: "av_12345_A.key" }],
};
const chosen = ({ id, assetId }: StickRequest): TripEvent => {
  if (id === null) throw new Error("the sample has a ticket");
  return { type: "key-chosen", key: { type: "request", ticket: id, assetId } };
};
const alreadyThere: readonly TripEvent[] = [
  { type: "write-wanted", again: false },
  { type: "request-written", outcome: err({ code: "already-requested", ticket: "3F9A2C7K1M" }) },
];

describe.each([
  ["at A with a key", tripAtA(stickWith(answered)), "carry-to-b", "go-to-b"],
  ["at A with a request that names no system", tripAtA(stickWith(withoutAssetId)), "request-again", "go-to-b"],
  ["at B with a request without its key", tripAtB(deliverStep, stickWith(requested)), "carry-to-a", "go-to-a"],
  [
    "at B with a key whose copy differs",
    tripAtB(stickWith(answered), copyDiffers, readAgain(answered)),
    "fetch-key-again",
    "go-to-a",
  ],
  [
    "at B with a key that is damaged on the stick",
    tripAtB(stickWith(answered), copyDiffers, readAgain(damagedKey)),
    "fetch-key-again",
    "go-to-a",
  ],
  [
    "at B with this request already",
    tripAtB(stickWith(requested), linkConfirmed, alreadyThere),
    "already-there",
    "go-to-a",
  ],
])("a stick that has only to be carried on, %s", (_, at, why, walk) => {
  test("is ejected by one click, and then carried", () => {
    const [trip, effects] = transition(at, eject);
    expect(effects).toEqual([{ type: "eject", stick: stick.id }]);
    expect(nextAction(trip)).toBe("wait-for-eject");
    expect(nextAction(having(trip, confirmed))).toBe(walk);
  });

  test("keeps its reason when the system does not let go of it", () => {
    const trip = having(at, eject, refused);
    expect(nextAction(trip)).toBe(why);
    expect(trip.stage).toMatchObject({ removal: { type: "refused", problem: { code: "stick-eject-busy" } } });
    expect(nextAction(having(trip, eject, confirmed))).toBe(walk);
  });

  test("is not missed when it is pulled", () => {
    const trip = having(at, plug());
    expect(trip.problem).toBeNull();
    expect(nextAction(trip)).toBe(walk);
  });
});

describe("after a stick was carried off", () => {
  const read = (contents: ReturnType<typeof sample.holding>): TripEvent => ({
    type: "stick-read",
    stick: secondStick.id,
    outcome: ok(contents),
  });
  const afterwards = having(tripAtA(stickWith(answered)), plug(), plug(secondStick));

  test("the next one decides the step", () => {
    expect(afterwards.stick?.drive.id).toBe(secondStick.id);
    expect(having(afterwards, read(sample.holding(sample.requested))).stage.type).toBe("fetch.review");
  });

  test("one with nothing for this step is told so", () => {
    expect(nextAction(having(afterwards, read(sample.holding())))).toBe("bring-other-stick");
  });
});

test("a folder has nothing to come out of", () => {
  const folder = having(
    tripAtA(),
    { type: "folder-chosen", outcome: ok(sample.folder) },
    { type: "stick-read", stick: sample.folder.id, outcome: ok(sample.holding(sample.answered)) },
  );
  expect(nextAction(folder)).toBe("carry-to-b");
  expect(transition(folder, eject)).toEqual([folder, []]);
});

test("a key that came out damaged is offered no longer, another one on the stick is", () => {
  const trip = tripAtB(
    stickWith(answered, otherAnswered),
    chosen(answered),
    copyDiffers,
    readAgain(damagedKey, otherAnswered),
  );
  const other = having(trip, chosen(otherAnswered));
  expect(nextAction(trip)).toBe("fetch-key-again");
  expect(transition(trip, { type: "copy-wanted" }), "none is chosen instead").toEqual([trip, []]);
  expect(nextAction(other)).toBe("confirm-key");
});

test("a key that names no system is not to be compared with the console", () => {
  const trip = tripAtB(stickWith(answered));
  if (trip.stage.type !== "deliver.review" || trip.stage.key?.type !== "request") throw new Error("a key is chosen");
  const nameless = { ...trip.stage.key, assetId: null };
  expect(nextAction({ ...trip, stage: { ...trip.stage, key: nameless } })).toBe("confirm-origin");
});
