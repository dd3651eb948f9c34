import type { Drive } from "../../../core/drive.ts";
import { createDrives } from "../../../main/drives/drives.ts";
import { report } from "./host.ts";
import { FOLDER, mount, plug, pull, unmount } from "./stick.ts";
import { stopwatch } from "./stopwatch.ts";
import { until } from "./until.ts";

// Plugs and pulls while the product watches; tells how many milliseconds after each it told so.

const CYCLES = Number(process.env.CYCLES);

let told: readonly Drive[] = [];
const stop = createDrives().watch((drives) => {
  told = drives;
});
const isTold = () => told.some(({ path, usable }) => path === FOLDER && usable);

for (let cycle = 1; cycle <= CYCLES; cycle += 1) {
  const lap = stopwatch();
  await mount(await plug("kingston"));
  const mounted = lap();
  await until("the stick is told", isTold);
  const shown = lap();
  await pull("kingston");
  await unmount();
  lap();
  await until("its end is told", () => !isTold());
  report({ ms: { mounted, shown, gone: lap() } });
}
stop();
