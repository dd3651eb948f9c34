import { describe, expect, test } from "vitest";
import { costly, firstChoice, standingOf } from "../../../../core/trip/fetch-choice.ts";
import * as fetched from "../../../gallery/fetch-samples.ts";
import * as sample from "../../../gallery/samples.ts";

const { NOW } = fetched;
const damagedAnswer = { ...sample.requested, state: "damaged", next: "fetch-again-knowingly" } as const;
const withCode = (alas: string) => ({ ...sample.refused, refusal: { alas, name: "" } });

describe("how a request stands", () => {
  test.each([
    ["made, and never asked for", sample.requested, "fresh"],
    ["made again for a system that was fetched before", fetched.fetchedBefore, "fresh"],
    ["cut off", sample.cutOff, "again"],
    ["cut off, but this computer has its key", fetched.kept, "kept"],
    ["used up, but this computer has its key", { ...sample.usedUp, history: fetched.kept.history }, "kept"],
    ["its answer damaged", damagedAnswer, "again"],
    ["its answer damaged, but this computer has its key", { ...damagedAnswer, history: fetched.kept.history }, "kept"],
    ["its ticket damaged", sample.damaged, "closed"],
    ["refused with 2.1 a moment ago", fetched.waiting, "waiting"],
    ["refused with 2.1 a quarter of an hour ago", fetched.due, "retry"],
    ["refused with 2.1 twice", fetched.spent, "spent"],
    [
      "refused with 2.1 twice, and made anew since",
      fetched.withHistory(sample.requested, { retry: { is: "spent" } }),
      "again",
    ],
    ["made anew while its system has to wait", { ...sample.requested, history: fetched.waiting.history }, "waiting"],
    ["refused with 2.1 at another computer", sample.refused, "again"],
    ["refused with 3.1", withCode("3.1"), "closed"],
    ["refused with 3.2", withCode("3.2"), "closed"],
    ["refused with 3.3", withCode("3.3"), "again"],
    ["refused with 3.4", withCode("3.4"), "again"],
    ["refused with 3.5", withCode("3.5"), "closed"],
    ["refused with 9.0", withCode("9.0"), "again"],
    ["has its key", sample.answered, "closed"],
    ["delivered", sample.delivered, "closed"],
  ])("%s", (_, request, standing) => {
    // Absent and undefined are not the same to the type; a sample without a history has none.
    expect(standingOf(request as typeof sample.requested, NOW)).toBe(standing);
  });

  test("a wait ends at its very millisecond", () => {
    const at = fetched.waiting.history?.retry?.is === "after" ? fetched.waiting.history.retry.at : 0;
    expect([at - 1, at, at + 1].map((now) => standingOf(fetched.waiting, now))).toEqual(["waiting", "retry", "retry"]);
  });
});

describe("what is chosen at first", () => {
  test.each([
    ["what was never asked for", [sample.requested, sample.cutOff, sample.refused], [sample.requested]],
    ["what costs nothing", [fetched.kept, fetched.waiting], [fetched.kept]],
    ["each system once", [fetched.fresh, fetched.twice], [fetched.fresh]],
    ["the retry, where it is all there is", [fetched.due, sample.usedUp], [fetched.due]],
    ["not the retry beside fresh ones", [fetched.due, fetched.fresh], [fetched.fresh]],
    ["nothing that has to wait", [fetched.waiting], []],
  ])("%s", (_, requests, chosen) => {
    expect(firstChoice(sample.holding(...requests), NOW)).toEqual(chosen.map(({ id }) => id));
  });
});

describe("what may cost an activation more than need be", () => {
  test.each([
    ["a fresh one", [fetched.fresh], []],
    ["a system that was fetched before", [fetched.fetchedBefore], [fetched.fetchedBefore]],
    ["one that was cut off, also where nothing else is known of it", [sample.cutOff], [sample.cutOff]],
    ["one whose answer is damaged", [damagedAnswer], [damagedAnswer]],
    ["a kept key", [fetched.kept], []],
    ["the retry after 2.1, which did not count", [fetched.due], []],
    ["the second of two for one system", [fetched.fresh, fetched.twice], [fetched.twice]],
    [
      "the same, with other letters",
      [fetched.fresh, { ...fetched.twice, assetId: " ZE-207" }],
      [{ ...fetched.twice, assetId: " ZE-207" }],
    ],
    [
      "two of which nothing is known",
      [
        { ...fetched.fresh, assetId: null },
        { ...fetched.twice, assetId: null },
      ],
      [],
    ],
  ])("%s", (_, chosen, asked) => {
    expect(costly(chosen, NOW)).toEqual(asked);
  });
});
