import { execFile } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { ask } from "./host.ts";
import { until } from "./until.ts";

const run = promisify(execFile);

/** Where the stick of a test is mounted, unless it has several. */
export const FOLDER = "/media/stick";

/** What `mount` is told: for each file system as a desktop does it (udisks2), and once as one does it by hand. */
const MOUNTS = {
  fat32: ["-t", "vfat", "-o", "shortname=mixed,utf8=1,flush"],
  exfat: ["-t", "exfat"],
  ntfs: ["-t", "ntfs-3g"],
  "fat32 by hand": ["-t", "vfat"],
};

export type Mount = keyof typeof MOUNTS;

export interface PlugOptions {
  /** The stick's switch is on "lock". */
  readonly readOnly?: boolean;
  /** At most: makes it a slow stick. */
  readonly writesPerSecond?: number;
}

let hurried = false;

/**
 * For jobs of many cycles, which then take a third of the time: the kernel looks at a new stick at once instead of after
 * a second, and udev does not look at it at all. `lsblk`, so drivelist, then tells no label.
 */
export async function hurry(): Promise<void> {
  await writeFile("/sys/module/usb_storage/parameters/delay_use", "0");
  await run("udevadm", ["control", "--stop-exec-queue"]);
  hurried = true;
}

/** Plugs one of the test's sticks in. Gives its partition, as `/dev/sda1`, as soon as the system knows all about it. */
export async function plug(stick: string, options: PlugOptions = {}): Promise<string> {
  const before = await partitions();
  const link = String(await ask("plug", { stick, ...options }));
  if (!hurried) {
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

/** Pulls a stick out, `afterMs` milliseconds from now. Done when it has happened, not when the system has noticed. */
export async function pull(stick: string, { afterMs = 0 } = {}): Promise<void> {
  await ask("unplug", { stick, afterMs });
}

export async function mount(partition: string, folder = FOLDER, how: Mount = "fat32"): Promise<void> {
  await mkdir(folder, { recursive: true });
  await run("mount", [...MOUNTS[how], partition, folder]);
}

/** Unmounts, also what was pulled out before. */
export async function unmount(folder = FOLDER): Promise<void> {
  await run("umount", ["--lazy", folder]);
}

async function partitions(): Promise<string[]> {
  return (await readdir("/dev")).filter((name) => /^sd[a-z]+1$/.test(name));
}
