import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { err, ok } from "../../../../core/result.ts";
import type { FetchProgress } from "../../../../core/step-results.ts";
import type { TicketId } from "../../../../core/stick/records.ts";
import { writeFetchMarker } from "../../../../main/steps/fetch-marker.ts";
import type { Stick } from "../../../../main/stick/stick.ts";
import { done } from "../../../fixtures/done.ts";
import { type Ask, fetchWith, givesKey, keyAnswer, notAsked, textAnswer } from "../../../fixtures/fetching.ts";
import { answer, emptyStick, read, request, temporaryFolder, urlOf } from "../../../fixtures/stick-folder.ts";

/** A stick with so many requests, each for a system of its own. */
async function stickWith(count: number): Promise<{ readonly stick: Stick; readonly ids: readonly TicketId[] }> {
  const stick = await emptyStick();
  const ids: TicketId[] = [];
  for (let nth = 0; nth < count; nth += 1) ids.push((await request(stick, `ze-${300 + nth}`)).id);
  return { stick, ids };
}

const assetOf = (url: string): number => Number(/ze-(\d+)/.exec(url)?.[1]);

/** An ALAS that takes its time: how many ask at once is counted. */
function slowAlas(answerOf: Ask, ms = 10) {
  const seen = { now: 0, most: 0 };
  const ask: Ask = async (url, options) => {
    options.onPhase?.("asking");
    seen.now += 1;
    seen.most = Math.max(seen.most, seen.now);
    await new Promise((resolve) => setTimeout(resolve, ms));
    seen.now -= 1;
    return answerOf(url, options);
  };
  return { ask, seen };
}

test("ALAS is asked four at a time, and the results come in the order of the requests", async () => {
  const { stick, ids } = await stickWith(12);
  const { ask, seen } = slowAlas(givesKey, 300); // longer than a slow disk takes to prepare four
  const progress: FetchProgress[] = [];
  const { outcome, asked } = await fetchWith(stick, ask, {
    tickets: ids.toReversed(),
    onProgress: (one) => progress.push(one),
  });
  expect(seen.most).toBe(4);
  expect(new Set(asked).size).toBe(12);
  expect(asked).toHaveLength(12);
  expect(done(outcome).map(({ ticketId }) => ticketId)).toEqual(ids.toReversed());
  for (const id of ids) {
    const own = progress.filter(({ ticketId }) => ticketId === id);
    expect(own.map(({ phase }) => phase)).toEqual(["asking", "writing", "reading-back", "done"]);
    expect(own.at(-1)).toMatchObject({ outcome: "key" });
  }
});

test("the stick is written one request after the other", async () => {
  const { stick, ids } = await stickWith(8);
  const { ask } = slowAlas(givesKey);
  const writing: TicketId[] = [];
  const together: number[] = [];
  await fetchWith(stick, ask, {
    tickets: ids,
    onProgress: ({ ticketId, phase }) => {
      if (phase === "writing") writing.push(ticketId);
      if (phase === "reading-back") together.push(writing.filter((id) => id !== ticketId).length - together.length);
    },
  });
  expect(together).toEqual(Array(8).fill(0)); // whoever reads back is the only one that wrote and has not read back
});

test("one failure of any kind stops none of the others", async () => {
  const { stick, ids } = await stickWith(8);
  const { outcome } = await fetchWith(
    stick,
    async (url) => {
      switch (assetOf(url)) {
        case 301:
          return err({ code: "net-reset" });
        case 302:
          return ok(textAnswer("3.3 ALAS_NO_SIGN"));
        case 303:
          return ok(textAnswer("<html>", "text/html"));
        case 304:
          throw new Error("a fault of the program itself");
        default:
          return ok(keyAnswer());
      }
    },
    { tickets: ids },
  );
  expect(done(outcome).map((one) => (one.outcome === "key" ? "key" : one.error.code))).toEqual([
    "key",
    "net-reset",
    "alas-refused",
    "answer-html",
    "unexpected",
    "key",
    "key",
    "key",
  ]);
});

test("cancelled: those under way are broken off, the others are not begun, what came is there", async () => {
  const { stick, ids } = await stickWith(10);
  const controller = new AbortController();
  const ask: Ask = async (url, { signal, onPhase }) => {
    onPhase?.("asking");
    if (assetOf(url) === 300) return ok(keyAnswer());
    if (assetOf(url) === 303) setTimeout(() => controller.abort(), 20);
    await new Promise<void>((resolve) => {
      if (signal?.aborted) resolve();
      signal?.addEventListener("abort", () => resolve());
    });
    return err({ code: "fetch-cancelled" });
  };
  const { outcome, asked } = await fetchWith(stick, ask, { tickets: ids, signal: controller.signal });
  expect(asked.length).toBeLessThanOrEqual(5);
  const results = done(outcome);
  expect(results[0]).toMatchObject({ outcome: "key", verified: true });
  expect(results.slice(1)).toMatchObject(Array(9).fill({ outcome: "failed", error: { code: "fetch-cancelled" } }));
  expect(results.filter((one) => one.outcome === "failed" && one.counted === "perhaps")).toHaveLength(asked.length - 1);
  const states = (await read(stick)).contents.requests.map(({ state }) => state);
  expect(states.toSorted()).toEqual(["answered", ...Array(9).fill("requested")]);
});

test("each of those that are under way at once has room for the largest answer, twice, and a reserve", async () => {
  const stick = await emptyStick();
  const { folder } = await request(stick);
  const many = 1_000_000_000; // more than any disk has room for
  const marked = await writeFetchMarker(stick, folder, many);
  const neededBytes = 2 * many * 1024 * 1024 + 64 * 1024;
  expect(marked).toMatchObject({ ok: false, error: { code: "stick-full", neededBytes } });
  expect((await read(stick)).contents.requests).toMatchObject([{ state: "requested" }]);
});

test("one for a system that was refused before is fetched, and that it was is no stop", async () => {
  const stick = await emptyStick();
  const had = await request(stick, "ze-207");
  await answer(stick, had.id, { refusal: { code: "2.1", name: "ALAS_UNKNOWN_SITEID" } });
  await request(stick, "ze-207");
  const { asked } = await fetchWith(stick, givesKey);
  expect(asked).toEqual([urlOf("ze-207")]);
});

test("afterwards NEXT-STEP.txt tells of all of them", async () => {
  const { stick, ids } = await stickWith(6);
  await fetchWith(stick, givesKey, { tickets: ids });
  const text = await readFile(join(stick.root, "KEYFERRY", "NEXT-STEP.txt"), "utf8");
  for (let nth = 0; nth < 6; nth += 1) expect(text).toContain(`ze-${300 + nth}`);
});

test("two fetches that read the same stick at once, each at a computer of its own, ask for each request once", async () => {
  const { stick, ids } = await stickWith(12);
  const { ask } = slowAlas(givesKey, 20);
  const fetches = await Promise.all([fetchWith(stick, ask), fetchWith(stick, ask)]);
  const asked = fetches.flatMap((fetch) => fetch.asked);
  expect(new Set(asked).size).toBe(ids.length);
  expect(asked).toHaveLength(ids.length);
});

test("a second fetch to the same stick asks nobody while the first is at work", async () => {
  const { stick, ids } = await stickWith(1);
  const home = await temporaryFolder();
  const seconds: unknown[] = [];
  const first = await fetchWith(
    stick,
    async (url, options) => {
      seconds.push(await fetchWith(stick, notAsked, { tickets: ids }, home));
      return givesKey(url, options);
    },
    {},
    home,
  );
  expect(seconds).toEqual([{ outcome: err({ code: "busy" }), asked: [] }]);
  expect(done(first.outcome)).toMatchObject([{ outcome: "key" }]);
});
