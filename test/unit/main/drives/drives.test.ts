import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { DriveIdSchema } from "../../../../core/drives/drive.ts";
import type { Outcome } from "../../../../core/problem.ts";
import { err, ok } from "../../../../core/result.ts";
import { createDrives, type DrivesOptions } from "../../../../main/drives/drives.ts";
import { createProbe } from "../../../../main/drives/probe-mount.ts";
import { stickAtFolder } from "../../../../main/drives/stick-at-folder.ts";
import { done } from "../../../fixtures/done.ts";
import { request, temporaryFolder } from "../../../fixtures/stick-folder.ts";
import { usbStick } from "../../../fixtures/usb-stick.ts";

const disk = {
  ...usbStick("/"),
  device: "/dev/vda",
  busType: "UNKNOWN",
  isSystem: true,
  isRemovable: false,
  isUSB: null,
};

const ALWAYS = { afterSignal: 10, visible: 10, hidden: 10 };
const unavailable = err({ code: "drives-unavailable", detail: "no lsblk" } as const);

/** Drives whose agent tells what the test says. */
const drivesTold = (told: () => Outcome<readonly unknown[]>, more: Partial<DrivesOptions> = {}) =>
  createDrives({
    agent: { list: async () => told(), onSignal: () => () => undefined },
    readTables: async () => null,
    intervals: ALWAYS,
    ...more,
  });
const drivesOf = (devices: () => readonly unknown[], more: Partial<DrivesOptions> = {}) =>
  drivesTold(() => ok(devices()), more);

describe("a listing", () => {
  test("tells a stick, the computer's disk, and how many requests wait", async () => {
    const path = await temporaryFolder();
    await request(done(await stickAtFolder(path)));
    const [stick, system] = done(await drivesOf(() => [usbStick(path), disk]).list());
    expect(stick).toMatchObject({ path, label: "STICK", bus: "USB", usable: true, hidden: false, requests: 1 });
    expect(stick?.id).toMatch(/^d-[0-9a-f]{12}$/);
    expect(stick?.sizeBytes).toBeGreaterThan(0);
    expect(system).toMatchObject({ usable: false, hidden: true, reason: "system" });
  });

  test("an odd device hides none of the others", async () => {
    const path = await temporaryFolder();
    const odd = [null, "x", { device: "/dev/odd" }, { ...usbStick("/nowhere/at/all"), device: "/dev/sdc" }];
    const drives = done(await drivesOf(() => [...odd, usbStick(path)]).list());
    expect(drives.map(({ usable, hidden }) => ({ usable, hidden }))).toEqual([
      { usable: false, hidden: true },
      { usable: false, hidden: false },
      { usable: true, hidden: false },
    ]);
  });

  test("a device with two volumes is two drives, each with its own id", async () => {
    const volumes = [await temporaryFolder(), await temporaryFolder()];
    const drives = done(await drivesOf(() => [usbStick(...volumes)]).list());
    expect(new Set(drives.map(({ id }) => id)).size).toBe(2);
  });

  test("says that the system cannot tell", async () => {
    expect(await drivesTold(() => unavailable).list()).toEqual(unavailable);
  });
});

describe("while the system does not say", () => {
  test("what it said last holds: a stick in use is not taken for gone", async () => {
    const path = await temporaryFolder();
    let told: Outcome<readonly unknown[]> = ok([usbStick(path)]);
    const drives = drivesTold(() => told);
    const id = done(await drives.list())[0]?.id;
    const chosen = id && drives.resolve(id);
    told = unavailable;
    expect(await drives.list()).toEqual(unavailable);
    expect(drives.latest()).toEqual(unavailable);
    expect(await chosen?.check()).toEqual(ok(undefined));
    expect(id && drives.resolve(id)?.root).toBe(path);
    await rm(path, { recursive: true }); // and one that is gone is found to be by asking it
    expect(await chosen?.check()).toEqual(err({ code: "stick-gone" }));
  });

  test("a chosen folder is listed beside the sticks known so far", async () => {
    const path = await temporaryFolder();
    let told: Outcome<readonly unknown[]> = ok([usbStick(path)]);
    const drives = drivesTold(() => told);
    await drives.list();
    told = unavailable;
    await drives.addFolder(await temporaryFolder());
    expect(done(await drives.list()).map(({ bus }) => bus)).toEqual(["USB", "folder"]);
  });

  test("a folder can be chosen while the look still hangs, and outlives it", async () => {
    let answer = (_: Outcome<readonly unknown[]>): void => undefined;
    const list = () => new Promise<Outcome<readonly unknown[]>>((resolve) => (answer = resolve));
    const drives = createDrives({ agent: { list, onSignal: () => () => undefined } });
    const looking = drives.list();
    const folder = done(await drives.addFolder(await temporaryFolder()));
    const stick = drives.resolve(folder.id);
    answer(ok([]));
    expect(done(await looking)).toEqual([{ ...folder, freeBytes: expect.any(Number) }]); // others write to this disk too
    expect(await stick?.check()).toEqual(ok(undefined));
  });
});

describe("createProbe", () => {
  test("gives up on a mount that hangs, and does not ask it again while it does", async () => {
    const ask = vi.fn(() => new Promise<never>(() => undefined));
    const probe = createProbe(20, ask);
    expect(await Promise.all([probe("/hangs"), probe("/hangs")])).toEqual([null, null]);
    expect(await probe("/hangs")).toBeNull();
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
    const watch = drives.watch((now) => {
      const { length } = done(now);
      if (told.at(-1) !== length) told.push(length);
    });
    onTestFinished(watch.stop);
    await vi.waitFor(() => expect(list.mock.calls.length).toBeGreaterThan(3));
    expect(told).toEqual([0]);
    devices = [usbStick(path)];
    await vi.waitFor(() => expect(told).toEqual([0, 1]));
    devices = [];
    await vi.waitFor(() => expect(told).toEqual([0, 1, 0]));
    watch.stop();
    await new Promise((resolve) => setTimeout(resolve, 30));
    const calls = list.mock.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(list.mock.calls.length).toBe(calls);
  });

  test("a chosen folder is a stick, also where no drive can be listed", async () => {
    const path = await temporaryFolder();
    const drives = drivesTold(() => unavailable);
    expect(await drives.list()).toEqual(unavailable);
    const folder = done(await drives.addFolder(path));
    expect(folder).toMatchObject({ path, bus: "folder", usable: true, hidden: false, reason: null });
    expect(folder.id).toMatch(/^f-[0-9a-f]{12}$/);
    expect(done(await drives.list())).toEqual([{ ...folder, freeBytes: expect.any(Number) }]);
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
  const stick = done(await stickAtFolder(path));
  await rename(path, join(home, "old"));
  expect(await stick.check()).toEqual(err({ code: "stick-gone" }));
  await mkdir(path);
  expect(await stick.check()).toEqual(err({ code: "stick-changed" }));
  await rm(path, { recursive: true });
});
