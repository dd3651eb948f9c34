import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { type BlockDevice, diskOf, listBlockDevices, withAllIn } from "./block-devices.ts";
import type { HostSystem } from "./host-system.ts";
import { type Mount, parseMountTable } from "./mount-table.ts";
import { errorTextOf, type ToolResult } from "./run.ts";

const MOUNTS = "/proc/self/mountinfo";
const UNMOUNT_MS = 30_000; // everything that the system still holds goes to the medium first
const POWER_OFF_MS = 10_000;
const BUSY_TRIES = 3;
const BUSY_PAUSE_MS = 400; // a thumbnailer, an indexer, or our own look at the drives is soon done

/**
 * Unmounts every volume of the stick that a path is on, then switches it off where that can be done. Safe as soon as the
 * kernel's table of mounts has none of them any more. With udisks, which needs no rights; else with `umount`, for root.
 */
export async function ejectOnLinux(path: string, host: HostSystem): Promise<Outcome<void>> {
  const before = await mounts(host);
  if (!before.ok) return before;
  const mine = before.value.findLast(({ point }) => point === path);
  if (!mine) return ok(undefined); // unmounted by now: there is nothing left to be written
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

/** The system's own disk is always mounted: a table without any mount was not read, and proves nothing. */
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

/** No program, no service behind it, or a device that the service does not know. */
export const hasNoUdisks = (ran: ToolResult): boolean =>
  ran.missing || /connecting to the udisks daemon|ServiceUnknown|looking up object/i.test(ran.stderr);

/** udisks names its error in the middle of a long line: the rest says nothing more. */
export const reasonIn = (output: string): string => /UDisks2\.Error\.(\w+)/.exec(output)?.[1] ?? output;

/** Not needed to be safe, but then its light goes out and it vanishes from the file manager. */
async function powerOff({ name }: BlockDevice, { run }: HostSystem): Promise<void> {
  const args = ["power-off", "--block-device", name, "--no-user-interaction"];
  await run("udisksctl", args, { timeoutMs: POWER_OFF_MS });
}

/** Switched off, a built-in reader would take no card until the computer is started again. */
function isCardReader({ model, address, name }: BlockDevice, disks: readonly BlockDevice[]): boolean {
  if (/reader|card|\bSD\b|\bMMC\b/i.test(model)) return true;
  const slot = address.replace(/:\d+$/, "");
  return slot !== "" && disks.some((other) => other.name !== name && other.address.replace(/:\d+$/, "") === slot);
}
