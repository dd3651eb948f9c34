import { EventEmitter, once } from "node:events";
import { expect, test } from "vitest";
import type { Outcome } from "../../../../core/problem.ts";
import { err, ok } from "../../../../core/result.ts";
import { createReservations } from "../../../../main/steps/reservations.ts";

/** A stick with room for so many answers at once. */
const roomFor =
  (most: () => number) =>
  async (places: number): Promise<Outcome<void>> =>
    places <= most() ? ok(undefined) : err({ code: "stick-full", neededBytes: places, freeBytes: most() });

/** So many fetches, each with its place for a moment; how many were under way at once is counted. */
async function fetchAll(count: number, prove: (places: number) => Promise<Outcome<void>>) {
  const places = createReservations();
  let now = 0;
  let most = 0;
  const results = await Promise.all(
    Array.from({ length: count }, async () => {
      const taken = await places.reserve(prove);
      if (!taken.ok) return taken.error.code;
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 2));
      now -= 1;
      places.release();
      return "fetched";
    }),
  );
  return { results, most };
}

test("with room for all, all are under way at once", async () => {
  expect(
    await fetchAll(
      4,
      roomFor(() => 4),
    ),
  ).toEqual({ results: Array(4).fill("fetched"), most: 4 });
});

test("with room for fewer, the others wait for their turn, and none is told that the stick is full", async () => {
  expect(
    await fetchAll(
      9,
      roomFor(() => 2),
    ),
  ).toEqual({ results: Array(9).fill("fetched"), most: 2 });
});

test("with room for none the stick is full, for each of them", async () => {
  expect(
    await fetchAll(
      5,
      roomFor(() => 0),
    ),
  ).toEqual({ results: Array(5).fill("stick-full"), most: 0 });
});

test("a stick that fills up meanwhile is full for those that come after", async () => {
  let room = 2;
  const prove = async (places: number) => {
    const proved = await roomFor(() => room)(places);
    if (proved.ok && places === 2) room = 0;
    return proved;
  };
  const { results } = await fetchAll(4, prove);
  expect(results.toSorted()).toEqual(["fetched", "fetched", "stick-full", "stick-full"]);
});

test("another reason is told at once", async () => {
  const gone = async (): Promise<Outcome<void>> => err({ code: "stick-gone" });
  expect((await fetchAll(3, gone)).results).toEqual(Array(3).fill("stick-gone"));
});

test("a check that throws gives its place back, and the fetch that waits for room ends", async () => {
  const places = createReservations();
  const oneAtATime = roomFor(() => 1);
  const begin = new EventEmitter();
  const first = places.reserve(() => once(begin, "fail").then(() => Promise.reject(new Error("a bug"))));
  const second = places.reserve(oneAtATime);
  await new Promise((resolve) => setTimeout(resolve, 2));
  begin.emit("fail");
  await expect(first).rejects.toThrow("a bug");
  expect(await second).toEqual(ok(undefined));
});
