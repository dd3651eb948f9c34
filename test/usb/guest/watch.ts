import type { Drive } from "../../../core/drives/drive.ts";
import { createDriveAgent } from "../../../main/drives/drive-agent.ts";
import { createDrives } from "../../../main/drives/drives.ts";
import { readStick } from "../../../main/stick/read-stick.ts";
import { nodeAgent } from "../../fixtures/agent/node-agent.ts";
import { done } from "../../fixtures/done.ts";
import { report } from "./host.ts";
import { FOLDER, hurry, mount, plug, pull, unmount } from "./stick.ts";
import { stopwatch } from "./stopwatch.ts";
import { until } from "./until.ts";
import { whoHolds } from "./who-holds.ts";

// Plugs and pulls while the product watches, first with usb-detection's signal, then without; tells how many milliseconds
// after each it told so, and whether a scan left anything of the stick open.

/** One stick that came and went. */
export interface Cycle {
  readonly signal: "with" | "without";
  /** Whether the product told that it came, and that it went. */
  readonly seen: boolean;
  readonly goneSeen: boolean;
  /** What stayed open after a scan. */
  readonly held: readonly string[];
  /** Until it was mounted; then until it was told; after it was pulled, until that was told. */
  readonly ms: { readonly mounted: number; readonly listed: number; readonly gone: number };
}

const CYCLES = Number(process.env.CYCLES); // of each kind

await hurry({ udev: true });
const agent = createDriveAgent(nodeAgent(process.env.KEYFERRY_AGENT ?? ""));
let signals = 0;
const onSignal: typeof agent.onSignal = (listener) =>
  agent.onSignal(() => {
    signals += 1;
    listener();
  });
await signalComes();
signals = 0;
(await watchCycles("with", onSignal, CYCLES)).forEach(report);
await comesTrue(() => signals >= 2 * CYCLES);
report({ signals, changes: 2 * CYCLES });
(await watchCycles("without", () => () => undefined, CYCLES)).forEach(report);
agent.close();

/** Emulated, usb-detection takes longer to be loaded than the product waits for a listing meanwhile: so none is asked for. */
async function signalComes(): Promise<void> {
  const stop = onSignal(() => undefined);
  await agent.list();
  await plug("kingston");
  for (let plugs = 1; plugs < 5 && !(await comesTrue(() => signals > 0)); plugs += 1) {
    await pull("kingston");
    await plug("kingston");
  }
  await pull("kingston");
  stop();
}

async function watchCycles(
  signal: Cycle["signal"],
  onSignal: typeof agent.onSignal,
  count: number,
): Promise<readonly Cycle[]> {
  const drives = createDrives({ agent: { list: agent.list, onSignal } });
  let told: readonly Drive[] = [];
  const watch = drives.watch((listed) => {
    if (listed.ok) told = listed.value;
  });
  const found = () => told.find(({ path, usable }) => path === FOLDER && usable);
  const scan = async () => {
    const drive = found();
    const stick = drive && drives.resolve(drive.id);
    if (stick !== undefined) done(await readStick(stick));
  };
  const cycles: Cycle[] = [];
  while (cycles.length < count) {
    const lap = stopwatch();
    await mount(await plug("kingston"));
    const mounted = lap();
    const seen = await comesTrue(() => found() !== undefined);
    const listed = lap();
    await scan();
    const held = await heldForGood();
    await pull("kingston");
    await unmount();
    lap();
    const goneSeen = await comesTrue(() => found() === undefined);
    cycles.push({ signal, seen, goneSeen, held, ms: { mounted, listed, gone: lap() } });
  }
  watch.stop();
  return cycles;
}

/** A look of the watch may be under way and hold the stick for some milliseconds; what was left open stays for ever. */
async function heldForGood(): Promise<readonly string[]> {
  let held: readonly string[] = [];
  await comesTrue(async () => {
    held = await whoHolds(FOLDER);
    return held.length === 0;
  });
  return held;
}

function comesTrue(holds: () => boolean | Promise<boolean>): Promise<boolean> {
  return until("it comes true", holds).then(
    () => true,
    () => false,
  );
}
