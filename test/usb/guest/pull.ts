import { open, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { anyFolder, writeFileSafely } from "../../../main/stick/safe-write.ts";
import { done } from "../../fixtures/done.ts";
import { type DoneStep, doTrip, finishTrip } from "./do-trip.ts";
import { ask, report } from "./host.ts";
import { pullDuring } from "./pull-during.ts";
import { hurry } from "./stick.ts";

// Pulls the stick out: right after a file was written in one of several ways, and at many moments of a trip.

const BYTES = new Uint8Array(3_000).fill(0x4b);
const PULLS = Number(process.env.PULLS);
const PULLS_PER_FINISH = 5; // of so many pulls one is followed by the rest of the trip
const SLOW = { writesPerSecond: 200 }; // so that a pull finds the place that it is meant for

const WAYS: Record<string, (folder: string, name: string) => Promise<void>> = {
  "without a sync": (folder, name) => writeFile(join(folder, name), BYTES),
  "synced, then renamed": (folder, name) => writeAndRename(folder, name, false),
  "synced, renamed, synced again": (folder, name) => writeAndRename(folder, name, true),
  "as the product does": async (folder, name) => done(await writeFileSafely(folder, name, BYTES, anyFolder)),
};

await hurry({ udev: false });

for (const [way, write] of Object.entries(WAYS)) {
  await ask("restore");
  const { error, cycleMs } = await pullDuring("kingston", { mountedAs: "fat32 by hand" }, (folder) =>
    write(folder, "a.key"),
  );
  report({ way, error, cycleMs, medium: await ask("inspect") });
}

await ask("restore");
const whole = await pullDuring("kingston", SLOW, (folder) => doTrip(folder, []));
if (whole.error !== undefined) throw new Error(whole.error);
for (let pull = 1; pull <= PULLS; pull += 1) {
  await ask("restore");
  const afterWrites = Math.ceil((whole.writes * pull) / PULLS);
  const said: DoneStep[] = [];
  const { error, writes, cycleMs } = await pullDuring("kingston", { ...SLOW, afterWrites }, (folder) =>
    doTrip(folder, said),
  );
  const found = await ask("judge");
  const again = pull % PULLS_PER_FINISH === 0 ? await finish() : {};
  report({ pull, writes, of: whole.writes, said, error, cycleMs, found, ...again });
}

/** The same stick once more, as it was pulled out. */
async function finish() {
  const { error: unfinished } = await pullDuring("kingston", {}, finishTrip);
  return { unfinished, finished: await ask("judge") };
}

async function writeAndRename(folder: string, name: string, again: boolean): Promise<void> {
  const file = await open(join(folder, `${name}.part`), "wx");
  await file.writeFile(BYTES);
  await file.sync();
  await rename(join(folder, `${name}.part`), join(folder, name));
  if (again) await file.sync();
  await file.close();
  const entries = await open(folder, "r");
  await entries.sync();
  await entries.close();
}
