import { expect, test } from "vitest";
import { ok } from "../../../../core/result.ts";
import type { TicketId } from "../../../../core/stick/records.ts";
import type { StickRequest } from "../../../../core/stick/stick-contents.ts";
import { earlierFetches } from "../../../../main/steps/earlier-fetches.ts";
import type { Stick } from "../../../../main/stick/stick.ts";
import { noMemory } from "../../../fixtures/computer.ts";
import { threadMs } from "../../../fixtures/thread-time.ts";
import * as sample from "../../../gallery/samples.ts";

const NOW = Date.parse("2026-11-24T00:30:00Z");
/** None of these requests is incomplete, so no marker is read. */
const NO_STICK: Stick = { root: "/nowhere", check: async () => ok(undefined) };
const many = (count: number): readonly (StickRequest & { readonly id: TicketId })[] =>
  Array.from({ length: count }, (_, index) => ({
    ...sample.answered,
    id: sample.ticketId(String(index).padStart(10, "0")),
  }));

test("5,000 fetched requests for one system are known within 2 seconds, each with all the others", async () => {
  const requests = many(5_000);
  const contents = { requests, byHand: { urls: [], keys: [] }, foreign: [] };
  const reading = { contents, ticketed: new Map(), open: new Map(), byHandUrls: new Map() };
  const start = threadMs();
  const { contents: found } = await earlierFetches(NO_STICK, reading, noMemory, NOW);
  const histories = found.requests.map(({ history }) => history);
  expect(threadMs() - start).toBeLessThan(2_000);
  expect(histories.every((history) => history?.fetches.length === 5_000)).toBe(true);
  // The window gets them all in one message: what is the same must be there once.
  expect(new Set(histories.map((history) => history?.fetches)).size).toBe(1);
});
