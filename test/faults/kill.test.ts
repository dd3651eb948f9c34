import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { newFolder, runJson, startKeyferry } from "../fixtures/cli.ts";
import type { Play } from "./fault-server.ts";
import { openAlas } from "./good-server.ts";
import { onStick, requestAll } from "./play-scene.ts";
import { keyOf, numberedKey } from "./plays.ts";

const REQUESTS = 24;
const ANSWERED_AFTER = 120; // ms: so that some are always under way

const assetIds = Array.from({ length: REQUESTS }, (_, index) => `kill-${String(index).padStart(2, "0")}`);

/** When the power goes: so many requests after the start, and so many ms after that. */
const moments = [
  [1, 0],
  [4, 60],
  [7, 130],
  [12, 200],
  [20, 20],
  [24, 160],
] as const;

const late: Play = async (asking) => {
  await delay(ANSWERED_AFTER);
  await numberedKey(asking);
};

test.for(moments)(
  "killed %i requests and %i ms after its start, a batch is taken up again",
  async (moment, { task }) => {
    const [requests, ms] = moment;
    const scene = await openAlas(() => late);
    const stick = await newFolder();
    try {
      await requestAll(stick.path, assetIds);
      const running = startKeyferry(scene.place, ["fetch", "--drive", stick.path]);
      while ((await scene.asked()).length < requests) await delay(5);
      await delay(ms);
      running.kill();
      await running.ended;
      const { exit, json } = await runJson(scene.place, ["fetch", "--drive", stick.path]);
      const scan = (await runJson(scene.place, ["scan", "--drive", stick.path])).json;
      const asked = await scene.asked();
      const states = await Promise.all(
        assetIds.map(async (assetId) => {
          const ticket = scan.tickets.find((one: { assetId: string }) => one.assetId === assetId);
          const { key } = await onStick(stick.path, assetId);
          const whole = key?.equals(keyOf(assetId)) ?? false;
          return ticket.state === "answered" && whole ? "answered" : isLeft(json, ticket.id) ? "left" : "wrong";
        }),
      );
      const count = (state: string): number => states.filter((one) => one === state).length;
      const keptKeys = json.results.filter((result: { fromStore: boolean }) => result.fromStore).length;
      task.meta.row = {
        fault: `kill -9, ${requests} requests and ${ms} ms after the start of ${REQUESTS}; then started again`,
        shown: `${count("answered")} keys (${keptKeys} kept here), ${count("left")} said to be cut off`,
        exit: String(exit),
        requests: `${asked.length}, none twice`,
        stick: `${count("answered")} keys`,
      };
      expect(asked.toSorted()).toEqual([...new Set(asked)].toSorted());
      expect([count("wrong"), exit]).toEqual([0, 0]);
      expect(count("left")).toBeLessThanOrEqual(4); // so many were under way
    } finally {
      await Promise.all([scene.close(), stick.remove()]);
    }
  },
);

const isLeft = (json: { left: readonly { ticketId: string }[] }, id: string): boolean =>
  json.left.some(({ ticketId }) => ticketId === id);
