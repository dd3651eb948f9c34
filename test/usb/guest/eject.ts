import { open } from "node:fs/promises";
import { join } from "node:path";
import { ok } from "../../../core/result.ts";
import { nativeModules } from "../../../main/drives/agent/native-modules.ts";
import { createDrives } from "../../../main/drives/drives.ts";
import { createMedia } from "../../../main/drives/media.ts";
import { done } from "../../fixtures/done.ts";
import { doTrip } from "./do-trip.ts";
import { ask, report } from "./host.ts";
import { plug, pull } from "./stick.ts";
import { stopwatch } from "./stopwatch.ts";
import { startUdisks } from "./udisks.ts";
import { until } from "./until.ts";

// Mounts, uses and ejects a stick as on a desktop, by the product's own code: udisks is what it asks.

const BUSY_FILE = "orders/march.txt";

await startUdisks();
const media = createMedia();
const drives = createDrives({
  agent: { list: async () => ok([...(await nativeModules.list())]), onSignal: () => () => undefined },
});
const lap = stopwatch();

await plug("kingston");
const unmounted = await theStick();
lap();
done(await media.mount(unmounted));
const mountMs = lap();
const { drive } = await theStick();
const stick = drives.resolve(drive.id);
if (stick === undefined) throw new Error(`not usable: ${JSON.stringify(drive)}`);
await doTrip(stick.root, []);
const file = await open(join(stick.root, BUSY_FILE));
const busy = await media.eject(stick);
await file.close();
lap();
const ejected = await media.eject(stick);
const ejectMs = lap();
// Before anybody pulls it: what was confirmed is on the medium.
report({ unmounted: unmounted.drive, drive, busy, ejected, ms: { mountMs, ejectMs }, found: await ask("judge") });
report({ closed: await ask("closed") });
await until("it is switched off", async () => !(await listed()).some(({ bus }) => bus === "USB"));
report({ away: true });
await pull("kingston");

await plug("kingston", { readOnly: true });
done(await media.mount(await theStick()));
const locked = drives.resolve((await theStick()).drive.id);
if (locked === undefined) throw new Error("a locked stick cannot be read");
report({ why: await media.whyReadOnly(locked), ejectedLocked: await media.eject(locked) });

async function theStick() {
  const id = (await listed()).find(({ bus }) => bus === "USB")?.id;
  const found = id && drives.find(id);
  if (!found) throw new Error("the stick is not listed");
  return found;
}

async function listed() {
  return done(await drives.list());
}
