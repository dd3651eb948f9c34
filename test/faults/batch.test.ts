import { expect, test } from "vitest";
import { newFolder, runJson } from "../fixtures/cli.ts";
import { answers } from "./catalogue/answers.ts";
import { broken, redirects, statuses } from "./catalogue/connections.ts";
import { refusals } from "./catalogue/refusals.ts";
import type { Fault } from "./fault.ts";
import { openAlas } from "./good-server.ts";
import { onStick, requestAll } from "./play-scene.ts";
import { keyOf, numberedKey } from "./plays.ts";

const REQUESTS = 200;
const EVERY = 10; // one in so many goes wrong

const assetIds = Array.from({ length: REQUESTS }, (_, index) => `batch-${String(index).padStart(3, "0")}`);
const mixed = new Map(
  differentFaults().map((fault, index) => [assetIds[EVERY * index + (index % EVERY)] ?? "", fault] as const),
);

test("200 requests with 20 different faults mixed in", async ({ task }) => {
  expect(mixed.size).toBe(REQUESTS / EVERY);
  const scene = await openAlas((assetId) => mixed.get(assetId)?.play ?? numberedKey);
  const stick = await newFolder();
  try {
    await requestAll(stick.path, assetIds);
    const begun = performance.now();
    const { exit, json } = await runJson(scene.place, ["fetch", "--drive", stick.path]);
    const seconds = Math.round((performance.now() - begun) / 1000);
    const asked = await scene.asked();
    const keys: string[] = [];
    for (const [index, assetId] of assetIds.entries()) {
      const left = await onStick(stick.path, assetId);
      const result = json.results[index];
      const fault = mixed.get(assetId);
      if (fault === undefined) {
        expect([result.outcome, result.warnings]).toEqual(["key", []]);
        expect(left.key?.equals(keyOf(assetId))).toBe(true);
        keys.push(assetId);
      } else {
        expect({ name: fault.name, ...shownBy(result.error) }).toEqual({ name: fault.name, ...wordsOf(fault) });
        expect(left.stick).toEqual("refused" in fault.shows ? ["alas-answer.txt", "answer.json"] : []);
      }
    }
    task.meta.row = {
      fault: `200 requests, 20 different faults mixed in (${seconds} s)`,
      shown: `${keys.length} keys, ${mixed.size} explained`,
      exit: String(exit),
      requests: String(asked.length),
      stick: `${keys.length} keys, ${refusalsIn(mixed)} refusals`,
    };
    expect(exit).toBe(7);
    expect(keys).toHaveLength(180);
    expect(asked.toSorted()).toEqual(assetIds);
  } finally {
    await Promise.all([scene.close(), stick.remove()]);
  }
});

/** Twenty that differ in what the server does, of every kind, each with just one request. */
function differentFaults(): readonly Fault[] {
  const some = (faults: readonly Fault[], count: number): readonly Fault[] => {
    const single = faults.filter(({ requests = 1 }) => requests === 1);
    return Array.from({ length: count }, (_, index) => single[Math.floor((index * single.length) / count)]).flatMap(
      (fault) => fault ?? [],
    );
  };
  return [some(answers, 6), some(broken, 4), some(redirects, 3), some(statuses, 3), some(refusals, 4)].flat();
}

interface ErrorJson {
  readonly code: string;
  readonly alas?: string;
  readonly message: string;
  readonly remedy: string;
}

function shownBy({ code, alas, message, remedy }: ErrorJson) {
  return { code, alas, explained: message !== "" && remedy !== "" };
}

function wordsOf({ shows }: Fault) {
  if ("refused" in shows) return { code: "alas-refused", alas: shows.refused, explained: true };
  return { code: "failed" in shows ? shows.failed : "", alas: undefined, explained: true };
}

const refusalsIn = (faults: ReadonlyMap<string, Fault>): number =>
  [...faults.values()].filter(({ shows }) => "refused" in shows).length;
