import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { type Drive, DriveIdSchema } from "../../../../core/drive.ts";
import { driveIdOf, folderDrive } from "../../../../core/drive-policy.ts";
import { err, ok } from "../../../../core/result.ts";
import { createDrives, type DrivesOptions } from "../../../../main/drives/drives.ts";
import { listDrives } from "../../../../main/drives/list-drives.ts";
import { loadDrivelist } from "../../../../main/drives/load-drivelist.ts";
import { folderStick } from "../../../../main/drives/open-folder.ts";
import { createProbe } from "../../../../main/drives/probe.ts";
import { watchDrives } from "../../../../main/drives/watch-drives.ts";
import { done, request, temporaryFolder } from "../../../fixtures/stick-folder.ts";

/** As drivelist tells a stick on Linux. */
const usbStick = (...paths: readonly string[]) => ({
  enumerator: "lsblk:json",
  busType: "USB",
  device: "/dev/sdb",
  raw: "/dev/sdb",
  description: "Kingston DataTraveler",
  error: null,
  size: 16_008_609_792,
  mountpoints: paths.map((path) => ({ path, label: "STICK" })),
  isReadOnly: false,
  isSystem: false,
  isVirtual: false,
  isRemovable: true,
  isCard: null,
  isSCSI: false,
  isUSB: true,
});
const disk = {
  ...usbStick("/"),
  device: "/dev/vda",
  busType: "UNKNOWN",
  isSystem: true,
  isRemovable: false,
  isUSB: null,
};

const anyDrive = folderDrive(driveIdOf("f", "0123456789abcdef"), "/x", "x", null);

const drivesOf = (devices: () => readonly unknown[], more: DrivesOptions = {}) =>
  createDrives({ load: async () => ok(async () => devices()), look: async () => null, intervalMs: 10, ...more });

describe("listDrives", () => {
  test("tells a stick, the computer's disk, and how many requests wait", async () => {
    const path = await temporaryFolder();
    await request(done(await folderStick(path)));
    const [stick, system] = done(await listDrives(async () => [usbStick(path), disk]));
    expect(stick).toMatchObject({ path, label: "STICK", bus: "USB", usable: true, hidden: false, requests: 1 });
    expect(stick?.id).toMatch(/^d-[0-9a-f]{12}$/);
    expect(stick?.sizeBytes).toBeGreaterThan(0);
    expect(system).toMatchObject({ usable: false, hidden: true, reason: "system" });
  });

  test("an odd device hides none of the others", async () => {
    const path = await temporaryFolder();
    const odd = [null, "x", { device: "/dev/odd" }, { ...usbStick("/nowhere/at/all"), device: "/dev/sdc" }];
    const drives = done(await listDrives(async () => [...odd, usbStick(path)]));
    expect(drives.map(({ usable, hidden }) => ({ usable, hidden }))).toEqual([
      { usable: false, hidden: true },
      { usable: false, hidden: false },
      { usable: true, hidden: false },
    ]);
  });

  test("a device with two volumes is two drives, each with its own id", async () => {
    const drives = done(await listDrives(async () => [usbStick(await temporaryFolder(), await temporaryFolder())]));
    expect(new Set(drives.map(({ id }) => id)).size).toBe(2);
  });

  test("says that the system cannot tell", async () => {
    const failed = await listDrives(() => Promise.reject(new Error("no lsblk")));
    expect(failed).toEqual({ ok: false, error: { code: "drives-unavailable", detail: "no lsblk" } });
  });

  test("drivelist itself loads here, and tells this computer's disk", async () => {
    const drives = done(await listDrives(done(await loadDrivelist())));
    expect(drives.some(({ reason }) => reason === "system")).toBe(true);
  });
});

describe("watchDrives", () => {
  test("tells the first list and then only another one", async () => {
    const lists: readonly Drive[][] = [[], [], [anyDrive], [anyDrive], []];
    let turn = 0;
    const list = async () => lists[Math.min(turn++, lists.length - 1)] ?? [];
    const tell = vi.fn();
    onTestFinished(watchDrives({ list, look: async () => null, tell, intervalMs: 1 }));
    await vi.waitFor(() => expect(turn).toBeGreaterThan(10));
    expect(tell.mock.calls).toEqual([[[]], [[anyDrive]], [[]]]);
  });
});

describe("createProbe", () => {
  test("gives up on a mount that hangs, and does not ask it again while it does", async () => {
    const ask = vi.fn(() => new Promise<never>(() => undefined));
    const probe = createProbe(20, ask);
    const nothing = { volume: null, stick: null };
    expect(await Promise.all([probe("/hangs"), probe("/hangs")])).toEqual([nothing, nothing]);
    expect(await probe("/hangs")).toEqual(nothing);
    expect(ask).toHaveBeenCalledTimes(1);
  });
});

describe("createDrives", () => {
  test("resolves what it listed, and nothing else", async () => {
    const path = await temporaryFolder();
    const drives = drivesOf(() => [usbStick(path), disk]);
    const [stick, system] = done(await drives.list());
    if (!stick || !system) throw new Error("two were listed");
    expect(drives.resolve(stick.id)?.root).toBe(path);
    expect(drives.resolve(system.id)).toBeUndefined();
    const unknown = DriveIdSchema["~standard"].validate("d-000000000000");
    expect("value" in unknown && drives.resolve(unknown.value)).toBeUndefined();
  });

  test("a stick that was away for one look is not the one that was chosen", async () => {
    const path = await temporaryFolder();
    let plugged = true;
    const drives = drivesOf(() => (plugged ? [usbStick(path)] : []));
    const id = done(await drives.list())[0]?.id;
    const chosen = id && drives.resolve(id);
    expect(await chosen?.check()).toEqual(ok(undefined));
    plugged = false;
    await drives.list();
    plugged = true;
    await drives.list();
    expect(await chosen?.check()).toEqual(err({ code: "stick-gone" }));
    expect(await (id && drives.resolve(id))?.check()).toEqual(ok(undefined));
  });

  test("tells the first list and then only changes, until nobody watches", async () => {
    const path = await temporaryFolder();
    let devices: readonly unknown[] = [];
    const list = vi.fn(() => devices);
    const drives = drivesOf(list);
    // How many drives at each turn; the room on this machine's disk may change as well, which is told too.
    const told: number[] = [];
    const stop = drives.watch((now) => {
      if (told.at(-1) !== now.length) told.push(now.length);
    });
    onTestFinished(stop);
    await vi.waitFor(() => expect(list.mock.calls.length).toBeGreaterThan(3));
    expect(told).toEqual([0]);
    devices = [usbStick(path)];
    await vi.waitFor(() => expect(told).toEqual([0, 1]));
    devices = [];
    await vi.waitFor(() => expect(told).toEqual([0, 1, 0]));
    stop();
    await new Promise((resolve) => setTimeout(resolve, 30));
    const calls = list.mock.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(list.mock.calls.length).toBe(calls);
  });

  test("asks the system only when something came or went, and now and then", async () => {
    const list = vi.fn(() => []);
    let looks = 0;
    const look = async () => {
      looks += 1;
      return "unchanged";
    };
    onTestFinished(drivesOf(list, { look, intervalMs: 1 }).watch(() => undefined));
    await vi.waitFor(() => expect(looks).toBeGreaterThan(30));
    expect(list.mock.calls.length).toBeLessThan(looks / 3);
  });

  test("a chosen folder is a stick, also where no drive can be listed", async () => {
    const path = await temporaryFolder();
    const load = async () => err({ code: "drives-unavailable", detail: "none" } as const);
    const drives = createDrives({ load });
    expect(await drives.list()).toMatchObject({ error: { code: "drives-unavailable" } });
    const folder = done(await drives.addFolder(path));
    expect(folder).toMatchObject({ path, bus: "folder", usable: true, hidden: false, reason: null });
    expect(folder.id).toMatch(/^f-[0-9a-f]{12}$/);
    expect(done(await drives.list())).toEqual([folder]);
    expect(await drives.resolve(folder.id)?.check()).toEqual(ok(undefined));
  });

  test.each(["/nowhere/at/all", "/etc/hostname", "\0"])("takes no %j for a folder", async (path) => {
    const chosen = await drivesOf(() => []).addFolder(path);
    expect(chosen).toEqual(err({ code: "stick-not-found" }));
  });
});

test("a folder that another one replaced is another stick", async () => {
  const home = await temporaryFolder();
  const path = join(home, "stick");
  await mkdir(path);
  const stick = done(await folderStick(path));
  await rename(path, join(home, "old"));
  expect(await stick.check()).toEqual(err({ code: "stick-gone" }));
  await mkdir(path);
  expect(await stick.check()).toEqual(err({ code: "stick-changed" }));
  await rm(path, { recursive: true });
});
