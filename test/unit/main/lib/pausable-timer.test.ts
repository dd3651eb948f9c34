import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { startPausableTimer } from "../../../../main/lib/pausable-timer.ts";

test("ends once, after its time", async () => {
  let ends = 0;
  const clock = startPausableTimer(20, () => {
    ends += 1;
  });
  await delay(80);
  clock.resume();
  await delay(40);
  expect(ends).toBe(1);
});

test("stands still while a person types, and goes on with what was left", async () => {
  let ended = false;
  const clock = startPausableTimer(60, () => {
    ended = true;
  });
  clock.pause();
  await delay(150);
  expect(ended).toBe(false);
  clock.resume();
  await delay(150);
  expect(ended).toBe(true);
});

test("stopped, it does not go on, whoever resumes it", async () => {
  let ended = false;
  const clock = startPausableTimer(20, () => {
    ended = true;
  });
  clock.stop();
  clock.resume();
  await delay(60);
  expect(ended).toBe(false);
});
