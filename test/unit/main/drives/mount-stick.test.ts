import { describe, expect, test } from "vitest";
import type { Problem } from "../../../../core/problem.ts";
import { err, ok } from "../../../../core/result.ts";
import { mountStick } from "../../../../main/drives/mount-stick.ts";
import { fakeWorld, missing, toolOutput } from "../../../fixtures/host-system.ts";

const lsblk = { stdout: await toolOutput("lsblk-stick.json") };
const NOT_AUTHORIZED =
  "Error mounting /dev/sdb2: GDBus.Error:org.freedesktop.UDisks2.Error.NotAuthorizedCanObtain: Not authorized to perform operation";
const ALREADY =
  "Error mounting /dev/sdb2: GDBus.Error:org.freedesktop.UDisks2.Error.AlreadyMounted: Device /dev/sdb2 is already mounted at `/media/op/KINGSTON'.";

describe("Linux", () => {
  test("mounts the largest file system of the stick, once", async () => {
    const world = fakeWorld("linux", { tools: { lsblk, udisksctl: { stdout: "Mounted /dev/sdb2 at /media/op/X" } } });
    expect(await mountStick("/dev/sdb", world)).toEqual(ok(undefined));
    expect(world.calls.at(-1)?.args).toEqual(["mount", "--block-device", "/dev/sdb2", "--no-user-interaction"]);
    expect(world.calls).toHaveLength(2);
  });

  test("a stick without partitions is mounted itself", async () => {
    const world = fakeWorld("linux", { tools: { lsblk, udisksctl: {} } });
    expect(await mountStick("/dev/sdc", world)).toEqual(ok(undefined));
    expect(world.calls.at(-1)?.args).toContain("/dev/sdc");
  });

  test("what was mounted meanwhile is mounted", async () => {
    const world = fakeWorld("linux", { tools: { lsblk, udisksctl: { code: 1, stderr: ALREADY } } });
    expect(await mountStick("/dev/sdb", world)).toEqual(ok(undefined));
  });

  test.each<[string, string, object, Problem]>([
    ["one that BitLocker locks", "/dev/sde", {}, { code: "stick-bitlocker-locked" }],
    ["one without a file system", "/dev/sdf", {}, { code: "stick-mount-failed", detail: "/dev/sdf" }],
    ["one that is gone", "/dev/sdz", {}, { code: "stick-mount-failed", detail: "/dev/sdz" }],
    ["without udisks", "/dev/sdb", missing, { code: "stick-mount-by-hand", platform: "linux" }],
    [
      "without the right to",
      "/dev/sdb",
      { code: 1, stderr: NOT_AUTHORIZED },
      { code: "stick-mount-failed", detail: "NotAuthorizedCanObtain" },
    ],
    ["when it hangs", "/dev/sdb", { code: null }, { code: "stick-mount-failed", detail: "ETIMEDOUT" }],
  ])("does not mount %s", async (_, device, udisksctl, problem) => {
    const world = fakeWorld("linux", { tools: { lsblk, udisksctl } });
    expect(await mountStick(device, world)).toEqual(err(problem));
  });

  test("an lsblk that says nothing mounts nothing", async () => {
    const world = fakeWorld("linux", { tools: { lsblk: { stdout: "lsblk: unknown column: HCTL" } } });
    expect(await mountStick("/dev/sdb", world)).toMatchObject({ error: { code: "stick-mount-failed" } });
  });
});

test.each([
  ["a whole disk", "/dev/disk4", "mountDisk"],
  ["a volume", "/dev/disk4s1", "mount"],
])("macOS mounts %s", async (_, device, verb) => {
  const world = fakeWorld("darwin", { tools: { "/usr/sbin/diskutil": { stdout: "mounted" } } });
  expect(await mountStick(device, world)).toEqual(ok(undefined));
  expect(world.calls[0]?.args).toEqual([verb, device]);
});

test("macOS tells why it did not", async () => {
  const stderr = "Volume on disk4s1 failed to mount\n";
  const world = fakeWorld("darwin", { tools: { "/usr/sbin/diskutil": { code: 1, stderr } } });
  expect(await mountStick("/dev/disk4", world)).toEqual(err({ code: "stick-mount-failed", detail: stderr.trim() }));
});

test("Windows gives its letters itself: how one gets there is said, and nothing is run", async () => {
  const world = fakeWorld("win32", {});
  expect(await mountStick("\\\\.\\PHYSICALDRIVE1", world)).toEqual(
    err({ code: "stick-mount-by-hand", platform: "win32" }),
  );
  expect(world.calls).toEqual([]);
});
