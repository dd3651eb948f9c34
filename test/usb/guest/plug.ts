import { existsSync } from "node:fs";
import { list } from "drivelist";
import { report } from "./host.ts";
import { mount, plug, pull, unmount } from "./stick.ts";
import { until } from "./until.ts";

// Plugs a stick in and pulls it out again; tells what drivelist says of it, and how long all that takes.

const FOLDER = "/media/stick";
const CYCLES = 3;

for (let cycle = 1; cycle <= CYCLES; cycle += 1) {
  const lap = stopwatch();
  const partition = await plug("kingston");
  const there = lap();
  await mount(partition, FOLDER);
  const mounted = lap();
  const drive = (await list()).find(({ isUSB }) => isUSB);
  const listed = lap();
  await pull("kingston");
  const pulled = lap();
  await until("the device is gone", () => !existsSync(partition));
  const gone = lap();
  await unmount(FOLDER);
  const left = (await list()).length;
  report({ ms: { there, mounted, listed, pulled, gone }, drive, left });
}

/** Tells the milliseconds since it was last asked. */
function stopwatch(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const lap = Math.round(now - last);
    last = now;
    return lap;
  };
}
