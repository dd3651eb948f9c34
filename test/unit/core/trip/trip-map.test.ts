import { expect, test } from "vitest";
import { stickHint } from "../../../../core/trip/stick-hint.ts";
import type { Trip } from "../../../../core/trip/trip.ts";
import { tripMap } from "../../../../core/trip/trip-map.ts";
import { at } from "../../../fixtures/gallery-trip.ts";

const mapOf = (name: string) => tripMap(at(name));

test.each([
  ["computer", "next next next next next", 2],
  ["link-empty", "now next next next next", 2],
  ["request-stick", "now next next next next", 2],
  ["request-away", "done now next next next", 2],
  ["request-already", "done now next next next", 2],
  ["request-already-away", "done now next next next", 2],
  ["fetch-one", "done done now next next", 1],
  ["fetch-refused", "done done now next next", 1],
  ["fetch-has-key", "done done done now next", 1],
  ["fetch-carried", "done done done now next", 1],
  ["fetch-request-again", "done done now next next", 1],
  ["fetch-away", "done done done now next", 1],
  ["deliver-nothing", "done now next next next", 2],
  ["deliver-differs", "done now next next next", 2],
  ["deliver-damaged", "done now next next next", 2],
  ["deliver-one", "done done done done now", 0],
  ["deliver-complete", "done done done done done", 0],
])("at %s the map shows where the stick is", (name, stations, walks) => {
  const map = mapOf(name);
  expect(map.stations.join(" ")).toBe(stations);
  expect(map.tripsLeft).toBe(walks);
});

test("a step that is done says when, as its record has it", () => {
  expect(mapOf("deliver-one").steps.map(({ when }) => when)).toEqual([
    "2026-11-24T09:30:12+09:00",
    "2026-11-24T10:15:40+09:00",
    null,
  ]);
});

test("of several requests no time is picked", () => {
  expect(mapOf("fetch-many").steps.every(({ when }) => when === null)).toBe(true);
});

test.each([
  ["a fetched key at Computer A", "fetch-has-key", "take-to-b"],
  ["an open request at Computer B, where a key is looked for", "deliver-nothing", "take-to-a"],
  ["an open request at Computer B, where another may be made", "link-hint", "take-to-a"],
])("says what %s is good for", (_, name, type) => {
  expect(stickHint(at(name))).toEqual({ type, assetIds: ["ze-207"] });
});

test("says at Computer B that this is not the stick which the request went to, unless the stick has one to carry", () => {
  const another = { label: "KINGSTON", assetId: "ze-207", writtenAt: "2026-11-24T09:30:12+09:00" };
  const waiting = at("deliver-nothing");
  const { stick } = waiting;
  if (stick?.reading.type !== "read") throw new Error("the state holds a stick that was read");
  const { contents } = stick.reading;
  const holding = (more: Partial<typeof contents>): Trip => ({
    ...waiting,
    stick: { ...stick, reading: { type: "read", contents: { ...contents, another, ...more } } },
  });
  expect(stickHint(holding({ requests: [] }))).toEqual({ type: "another-stick", ...another });
  expect(stickHint(holding({}))).toMatchObject({ type: "take-to-a" });
});

test("says nothing where the stick fits", () => {
  expect(stickHint(at("fetch-one"))).toBeNull();
});
