import { existsSync } from "node:fs";
import { list } from "drivelist";
import { report } from "./host.ts";
import { mount, plug, pull, unmount } from "./stick.ts";
import { stopwatch } from "./stopwatch.ts";
import { until } from "./until.ts";

// Plugs a stick in and pulls it out; tells what drivelist says of it and how many milliseconds each step takes.

const CYCLES = 3;

for (let cycle = 1; cycle <= CYCLES; cycle += 1) {
  const lap = stopwatch();
  const partition = await plug("kingston");
  const there = lap();
  await mount(partition);
  const mounted = lap();
  const drives = await list();
  const listed = lap();
  await pull("kingston");
  await until("the device is gone", () => !existsSync(partition));
  const gone = lap();
  await unmount();
  report({ partition, ms: { there, mounted, listed, gone }, drives, afterwards: await list() });
}
