import { createRequire } from "node:module";
import { list } from "drivelist";
import { report } from "./host.ts";
import { plug, pull } from "./stick.ts";
import { stopwatch } from "./stopwatch.ts";
import { until } from "./until.ts";

// Plugs and pulls while usb-detection watches; tells which events came, how late, and whether the process then ends.

interface Detection {
  startMonitoring(): void;
  stopMonitoring(): void;
  on(event: "add" | "remove", heard: (device: object) => void): void;
}

const detection = createRequire(import.meta.url)("usb-detection") as Detection;
let [added, removed] = [0, 0];
detection.on("add", () => { added += 1; });
detection.on("remove", () => { removed += 1; });
detection.startMonitoring();

const lap = stopwatch();
for (let cycle = 1; cycle <= 10; cycle += 1) {
  lap();
  const plugged = plug("kingston");
  await until("add", () => added === cycle);
  const add = lap();
  await plugged;
  const known = lap();
  const listed = (await list()).some(({ isUSB }) => isUSB);
  const listing = lap();
  const pulling = pull("kingston");
  await until("remove", () => removed === cycle);
  const remove = lap();
  await pulling;
  report({ add, known, listing, listed, remove });
}
detection.stopMonitoring();
report({ added, removed, ended: Date.now() });
