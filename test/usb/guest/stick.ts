import { execFile } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { ask } from "./host.ts";
import { until } from "./until.ts";

const run = promisify(execFile);

/** Where the stick of a test is mounted, unless it has several. */
export const FOLDER = "/media/stick";

/** How it is mounted: for each file system as a desktop does it (udisks2), and once as one does it by hand. */
const MOUNTS = {
  fat32: ["busybox", "mount", "-t", "vfat", "-o", "shortname=mixed,utf8=1,flush"],
  exfat: ["busybox", "mount", "-t", "exfat"],
  ntfs: ["mount", "-t", "ntfs-3g"],
  "fat32 by hand": ["busybox", "mount", "-t", "vfat"],
} as const;

export type Mount = keyof typeof MOUNTS;

export interface PlugOptions {
  /** The stick's switch is on "lock". */
  readonly readOnly?: boolean;
  /** At most: makes it a slow stick. */
  readonly writesPerSecond?: number;
}

let withoutUdev = false;

/**
 * For jobs of many cycles, which then take half of the time: the kernel looks at a new stick at once instead of after a
 * second. With `udev: false` they take a third: udev does not look at it at all, `lsblk`, so drivelist, tells no label,
 * and usb-detection hears nothing.
 */
export async function hurry({ udev }: { readonly udev: boolean }): Promise<void> {
  await writeFile("/sys/module/usb_storage/parameters/delay_use", "0");
  if (udev) return;
  await run("udevadm", ["control", "--stop-exec-queue"]);
  withoutUdev = true;
}

/** Plugs one of the test's sticks in. Gives its partition, as `/dev/sda1`, as soon as the system knows all about it. */
export async function plug(stick: string, options: PlugOptions = {}): Promise<string> {
  const before = await partitions();
  const link = String(await ask("plug", { stick, ...options }));
  if (!withoutUdev) {
    await until(`udev has made ${link}`, () => existsSync(link));
    return realpathSync(link);
  }
  let found: string | undefined;
  await until("the kernel has found the stick", async () => {
    found = (await partitions()).find((name) => !before.includes(name));
    return found !== undefined;
  });
  return `/dev/${found}`;
}

/**
 * Pulls a stick out, as soon as so many writes have reached it. Done when it has happened, not when the system has
 * noticed. Gives how many had.
 */
export async function pull(stick: string, { afterWrites = 0 } = {}): Promise<number> {
  return Number(await ask("unplug", { stick, afterWrites }));
}

export async function mount(partition: string, folder = FOLDER, how: Mount = "fat32"): Promise<void> {
  await mkdir(folder, { recursive: true });
  const [program, ...args] = MOUNTS[how];
  await run(program, [...args, partition, folder]);
}

/** Unmounts, also what was pulled out before. */
export async function unmount(folder = FOLDER): Promise<void> {
  await run("busybox", ["umount", "-l", folder]);
}

async function partitions(): Promise<string[]> {
  return (await readdir("/dev")).filter((name) => /^sd[a-z]+1$/.test(name));
}
