import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lostDevice } from "../../../../main/drives/lost-device.ts";
import { temporaryFolder } from "../../../fixtures/stick-folder.ts";

const MOUNTS = [
  "22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw",
  "90 22 8:17 / /media/pulled rw - vfat /dev/sdb1 rw",
  "91 22 8:33 / /media/there rw - vfat /dev/sdc1 rw",
  "92 22 254:1 /srv /media/bound rw - ext4 /dev/root rw", // a folder shared with a container
  "93 22 0:44 / /media/share rw - nfs server:/share rw",
  "94 22 0:51 / /media/subvolume rw - btrfs /dev/nvme0n1p2 rw",
].join("\n");

async function linux(devices: readonly string[] | null): Promise<string> {
  const system = await temporaryFolder();
  await mkdir(join(system, "proc/self"), { recursive: true });
  await writeFile(join(system, "proc/self/mountinfo"), MOUNTS);
  for (const device of devices ?? []) await mkdir(join(system, "sys/dev/block", device), { recursive: true });
  return system;
}

test("a stick that was pulled is still mounted, but has lost its device", async () => {
  expect(await lostDevice("/media/pulled", await linux(["8:33", "254:1"]))).toBe(true);
});

test.each(["/media/there", "/media/bound", "/media/share", "/media/subvolume", "/media/pulled/KEYFERRY", "/home/me"])(
  "%s has lost none",
  async (path) => {
    expect(await lostDevice(path, await linux(["8:33", "254:1"]))).toBe(false);
  },
);

test("where the kernel lists no devices nothing is said to be lost", async () => {
  expect(await lostDevice("/media/pulled", await linux(null))).toBe(false);
  expect(await lostDevice("/media/pulled", await temporaryFolder())).toBe(false);
});
