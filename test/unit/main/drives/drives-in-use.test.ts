import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { err, ok } from "../../../../core/result.ts";
import { createDrives } from "../../../../main/drives/drives.ts";
import { createProbe, type Probe } from "../../../../main/drives/probe-mount.ts";
import { done } from "../../../fixtures/done.ts";
import { temporaryFolder } from "../../../fixtures/stick-folder.ts";
import { usbStick } from "../../../fixtures/usb-stick.ts";

const busy = err({ code: "busy" });
const nothing = async () => ok(null);

/** A stick with two volumes and a chosen folder on the second; and how it is looked at. */
async function plugIn() {
  const [first, second, elsewhere] = await Promise.all([temporaryFolder(), temporaryFolder(), temporaryFolder()]);
  const real = createProbe();
  const probe = vi.fn<Probe>(real);
  const list = vi.fn(async () => ok([usbStick(first, second)]));
  const drives = createDrives({
    agent: { list, onSignal: () => () => undefined },
    readTables: async () => null,
    probe,
  });
  const [one, two] = done(await drives.list());
  if (!one || !two) throw new Error("two were listed");
  await mkdir(join(second, "transfer"));
  const folder = done(await drives.addFolder(join(second, "transfer")));
  const other = done(await drives.addFolder(elsewhere));
  return { drives, probe, real, one: one.id, others: [two.id, folder.id] as const, other: other.id };
}

/** Something that lasts until it is told to end. */
function lasting() {
  let end = (): void => undefined;
  const until = new Promise<void>((resolve) => (end = resolve));
  const work = vi.fn(async () => {
    await until;
    return ok(null);
  });
  return { work, until, end: () => end() };
}
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 20));

describe("a stick that answers late", () => {
  test("is what it was: who works with it goes on", async () => {
    const { drives, probe, one } = await plugIn();
    const before = await drives.list();
    const stick = drives.resolve(one);
    probe.mockResolvedValue(null);
    expect(await drives.list()).toEqual(before);
    expect(await stick?.check()).toEqual(ok(undefined));
    expect(await drives.resolve(one)?.check()).toEqual(ok(undefined));
  });

  test("that is found to be gone has been away", async () => {
    const { drives, probe, one } = await plugIn();
    const stick = drives.resolve(one);
    probe.mockResolvedValue({ volume: null, stick: null });
    await drives.list();
    expect(await stick?.check()).toEqual(err({ code: "stick-gone" }));
    expect(drives.resolve(one)).toBeUndefined();
  });

  test("from the start does not answer, as far as is known", async () => {
    const path = await temporaryFolder();
    const list = async () => ok([usbStick(path)]);
    const drives = createDrives({ agent: { list, onSignal: () => () => undefined }, probe: async () => null });
    expect(done(await drives.list())).toMatchObject([{ usable: false, reason: "unreadable" }]);
  });
});

describe("the eject of a stick", () => {
  test.each([
    ["its other volume", 0],
    ["a folder on it", 1],
  ] as const)("waits for what is being done with %s", async (_, which) => {
    const { drives, one, others } = await plugIn();
    const [step, eject] = [lasting(), vi.fn(nothing)];
    const working = drives.withSharedUse(others[which], step.work);
    const ejecting = drives.withExclusiveUse(one, eject);
    await aMoment();
    expect(eject).not.toHaveBeenCalled();
    expect(await drives.withSharedUse(one, nothing)).toEqual(busy);
    step.end();
    expect(await Promise.all([working, ejecting])).toEqual([ok(null), ok(null)]);
  });

  test("lets nobody begin with any part of it, and everybody with what is none", async () => {
    const { drives, one, others, other } = await plugIn();
    const eject = lasting();
    const ejecting = drives.withExclusiveUse(one, eject.work);
    for (const id of others) expect(await drives.withSharedUse(id, nothing)).toEqual(busy);
    expect(await drives.withSharedUse(other, nothing)).toEqual(ok(null));
    const { path } = done(await drives.list()).find(({ id }) => id === one) ?? {};
    expect(await drives.addFolder(path ?? "")).toEqual(busy);
    eject.end();
    await ejecting;
    expect(await drives.withSharedUse(one, nothing)).toEqual(ok(null));
  });

  test("is not held up by a look: nothing of it is asked meanwhile, and what was known of it holds", async () => {
    const { drives, probe, one, other } = await plugIn();
    const listed = async () => done(await drives.list()).filter(({ id }) => id !== other);
    const before = await listed();
    const eject = lasting();
    const ejecting = drives.withExclusiveUse(one, eject.work);
    probe.mockClear();
    expect(await listed()).toEqual(before);
    expect(probe, "but for the folder that lies elsewhere").toHaveBeenCalledTimes(1);
    eject.end();
    await ejecting;
    await drives.list();
    expect(probe).toHaveBeenCalledTimes(5);
  });

  test("waits for a look that has begun", async () => {
    const { drives, probe, real, one } = await plugIn();
    const look = lasting();
    probe.mockImplementation(async (path) => {
      await look.until;
      return await real(path);
    });
    const listing = drives.list();
    await aMoment();
    const eject = vi.fn(nothing);
    const ejecting = drives.withExclusiveUse(one, eject);
    await aMoment();
    expect(eject).not.toHaveBeenCalled();
    look.end();
    expect(await ejecting).toEqual(ok(null));
    await listing;
  });
});
