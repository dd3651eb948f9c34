import { execFile } from "node:child_process";
import { existsSync, realpathSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { promisify } from "node:util";
import { ask } from "./host.ts";
import { until } from "./until.ts";

const run = promisify(execFile);

/** How a desktop mounts (udisks2, udisks_linux_mount_options(5)). */
const MOUNTS = {
  fat32: ["-t", "vfat", "-o", "shortname=mixed,utf8=1,flush"],
  byhand: ["-t", "vfat"],
  exfat: ["-t", "exfat"],
  ntfs: ["-t", "ntfs-3g"],
};

export interface PlugOptions {
  /** The stick's switch is on "lock". */
  readonly readOnly?: boolean;
  /** At most: makes it a slow stick. */
  readonly writesPerSecond?: number;
}

/** Plugs one of the test's sticks in. Gives its partition (`/dev/sda1`) as soon as the system has it. */
export async function plug(stick: string, options: PlugOptions = {}): Promise<string> {
  const partition = String(await ask("plug", { stick, ...options }));
  await until(`${stick} is there as ${partition}`, () => existsSync(partition));
  return realpathSync(partition);
}

/** Pulls a stick out, `afterMs` milliseconds from now. Done when it has happened, not when the system has noticed. */
export async function pull(stick: string, { afterMs = 0 } = {}): Promise<void> {
  await ask("unplug", { stick, afterMs });
}

export async function mount(
  partition: string,
  folder: string,
  fileSystem: keyof typeof MOUNTS = "fat32",
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await run("mount", [...MOUNTS[fileSystem], partition, folder]);
}

/** Unmounts, also what has been pulled out already. */
export async function unmount(folder: string): Promise<void> {
  await run("umount", ["--lazy", folder]);
}

/** Makes the kernel look at a new stick at once, where it gives it a second to settle: for tests of many cycles. */
export function hurry(): void {
  writeFileSync("/sys/module/usb_storage/parameters/delay_use", "0");
}
