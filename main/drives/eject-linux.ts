import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { type BlockDevice, diskOf, listBlockDevices, withAllIn } from "./block-devices.ts";
import type { HostSystem } from "./host-system.ts";
import { type Mount, parseMountTable } from "./mount-table.ts";
import { errorTextOf, type ToolResult } from "./run.ts";

const MOUNTS = "/proc/self/mountinfo";
const UNMOUNT_MS = 30_000; // the kernel writes all cached data to the stick first
const POWER_OFF_MS = 10_000;
const BUSY_TRIES = 3;
const BUSY_PAUSE_MS = 400; // a thumbnailer, an indexer or the app's own listing ends soon

/**
 * Unmounts every volume of the stick that a path is on, then powers the stick off if possible. The stick is safe to unplug
 * when the kernel's mount table has none of its volumes. Uses udisks, which needs no rights; without it `umount`, for root.
 */
export async function ejectOnLinux(path: string, host: HostSystem): Promise<Outcome<void>> {
  const before = await mounts(host);
  if (!before.ok) return before;
  const mine = before.value.findLast(({ point }) => point === path);
  if (!mine) return ok(undefined); // already unmounted: no data is left to write
  const disks = await listBlockDevices(host.run);
  const disk = diskOf(disks, mine.source);
  const devices = new Set(disk ? withAllIn(disk).map(({ name }) => name) : [mine.source]);
  for (const mount of before.value.filter(({ source }) => devices.has(source)).reverse()) {
    const unmounted = await unmount(mount, host);
    if (!unmounted.ok) return unmounted;
  }
  const after = await mounts(host);
  if (!after.ok) return after;
  if (after.value.some(({ source }) => devices.has(source))) {
    return err({ code: "stick-eject-busy", by: await host.programsUsing(path) });
  }
  if (disk && !isCardReader(disk, disks)) await powerOff(disk, host);
  return ok(undefined);
}

/** Reads the mount table. The system's own disk is always in it, so an empty table means that the read failed. */
async function mounts({ readText }: HostSystem): Promise<Outcome<readonly Mount[]>> {
  const table = parseMountTable(await readText(MOUNTS));
  return table.length > 0 ? ok(table) : err({ code: "stick-eject-failed", detail: MOUNTS });
}

async function unmount(mount: Mount, host: HostSystem): Promise<Outcome<void>> {
  for (let left = BUSY_TRIES; ; left -= 1) {
    const ran = await tryUnmount(mount, host);
    const output = errorTextOf(ran);
    if (ran.code === 0 || /not mounted/i.test(output)) return ok(undefined);
    if (!/busy/i.test(output)) return err({ code: "stick-eject-failed", detail: reasonIn(output) });
    if (left === 1) return err({ code: "stick-eject-busy", by: await host.programsUsing(mount.point) });
    await host.pause(BUSY_PAUSE_MS);
  }
}

async function tryUnmount({ source, point }: Mount, { run }: HostSystem): Promise<ToolResult> {
  const args = ["unmount", "--block-device", source, "--no-user-interaction"];
  const ran = await run("udisksctl", args, { timeoutMs: UNMOUNT_MS });
  const byUdisks = ran.code === 0 || !hasNoUdisks(ran);
  return byUdisks ? ran : run("umount", ["--", point], { timeoutMs: UNMOUNT_MS });
}

/** Whether udisks cannot help: no program, no service, or a device that the service does not know. */
export const hasNoUdisks = (ran: ToolResult): boolean =>
  ran.missing || /connecting to the udisks daemon|ServiceUnknown|looking up object/i.test(ran.stderr);

/** Returns the error's name, which udisks writes in the middle of a long line. */
export const reasonIn = (output: string): string => /UDisks2\.Error\.(\w+)/.exec(output)?.[1] ?? output;

/** Not needed for safety: the stick's light goes out, and the file manager stops showing it. */
async function powerOff({ name }: BlockDevice, { run }: HostSystem): Promise<void> {
  const args = ["power-off", "--block-device", name, "--no-user-interaction"];
  await run("udisksctl", args, { timeoutMs: POWER_OFF_MS });
}

/** A built-in card reader must not be powered off: it would accept no card until the computer restarts. */
function isCardReader({ model, address, name }: BlockDevice, disks: readonly BlockDevice[]): boolean {
  if (/reader|card|\bSD\b|\bMMC\b/i.test(model)) return true;
  const slot = address.replace(/:\d+$/, "");
  return slot !== "" && disks.some((other) => other.name !== name && other.address.replace(/:\d+$/, "") === slot);
}
