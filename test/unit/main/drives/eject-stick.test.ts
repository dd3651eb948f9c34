import { describe, expect, test } from "vitest";
import { err, ok } from "../../../../core/result.ts";
import { ejectStick } from "../../../../main/drives/eject-stick.ts";
import { EJECT_SCRIPT } from "../../../../main/drives/eject-windows.ts";
import { IN_UTF8 } from "../../../../main/drives/power-shell.ts";
import { fakeWorld, missing, toolOutput } from "../../../fixtures/host-system.ts";

const done = ok(undefined);
const lsblk = await toolOutput("lsblk-stick.json");
const udisks = (name: string) =>
  `Error unmounting /dev/sdb2: GDBus.Error:org.freedesktop.UDisks2.Error.${name}: Error unmounting /dev/sdb2: target is `;
const commands = (world: ReturnType<typeof fakeWorld>) =>
  world.calls.map(({ file, args }) => [file, ...args].join(" ")).filter((line) => !line.startsWith("lsblk"));

describe("Linux", () => {
  const line = (point: string, source: string) => `41 22 8:17 / ${point} rw - exfat ${source} rw\n`;
  const root = line("/", "/dev/sda2");
  const inside = root + line("/media/op/KINGSTON", "/dev/sdb2");
  const both = inside + line("/media/op/BOOT", "/dev/sdb1");
  /** A computer on which the stick is mounted as told until `steps` looks at the table are over. */
  const computer = (table: string, tools: Parameters<typeof fakeWorld>[1]["tools"], steps = 1) =>
    fakeWorld("linux", {
      tools: { lsblk: { stdout: lsblk }, ...tools },
      files: { "/proc/self/mountinfo": [...Array<string>(steps).fill(table), root] },
      users: ["bash", "nautilus"],
    });

  test("unmounts every volume of the stick, then switches it off", async () => {
    const world = computer(both, { udisksctl: { stdout: "Unmounted" } });
    expect(await ejectStick("/media/op/KINGSTON", world)).toEqual(done);
    expect(commands(world)).toEqual([
      "udisksctl unmount --block-device /dev/sdb1 --no-user-interaction",
      "udisksctl unmount --block-device /dev/sdb2 --no-user-interaction",
      "udisksctl power-off --block-device /dev/sdb --no-user-interaction",
    ]);
  });

  test("is safe once unmounted, whether it can be switched off or not", async () => {
    const tools = { "udisksctl unmount": {}, "udisksctl power-off": { code: 1, stderr: "Error powering off drive" } };
    expect(await ejectStick("/media/op/KINGSTON", computer(inside, tools))).toEqual(done);
  });

  test("does not switch off a card reader: it would take no card any more", async () => {
    const table = root + line("/media/op/CARD", "/dev/sdc");
    const world = computer(table, { udisksctl: {} });
    expect(await ejectStick("/media/op/CARD", world)).toEqual(done);
    expect(commands(world)).toEqual(["udisksctl unmount --block-device /dev/sdc --no-user-interaction"]);
  });

  test("one that somebody unmounted meanwhile is safe, and nothing is run", async () => {
    const world = computer(root, {});
    expect(await ejectStick("/media/op/KINGSTON", world)).toEqual(done);
    expect(world.calls).toEqual([]);
  });

  test.each([
    ["cannot be read", [""], 0],
    ["cannot be read afterwards", [inside, ""], 1],
    ["makes no sense", ["\n\n"], 0],
  ])("a table of mounts that %s is no confirmation", async (_, tables, tools) => {
    const world = fakeWorld("linux", {
      tools: { lsblk: { stdout: lsblk }, udisksctl: {} },
      files: { "/proc/self/mountinfo": tables },
    });
    expect(await ejectStick("/media/op/KINGSTON", world)).toEqual(
      err({ code: "stick-eject-failed", detail: "/proc/self/mountinfo" }),
    );
    expect(commands(world)).toHaveLength(tools); // and it is not switched off
  });

  test("waits for what is soon done with the stick", async () => {
    const busy = { code: 1, stderr: `${udisks("DeviceBusy")}busy` };
    const world = computer(inside, { "udisksctl unmount": [busy, busy, {}], "udisksctl power-off": {} });
    expect(await ejectStick("/media/op/KINGSTON", world)).toEqual(done);
  });

  test("says who keeps it", async () => {
    const world = computer(inside, { udisksctl: { code: 1, stderr: `${udisks("DeviceBusy")}busy` } }, 9);
    const problem = { code: "stick-eject-busy", by: ["bash", "nautilus"] } as const;
    expect(await ejectStick("/media/op/KINGSTON", world)).toEqual(err(problem));
    expect(commands(world).some((line) => line.includes("power-off"))).toBe(false);
  });

  test("says that it is not allowed, in udisks' word", async () => {
    const world = computer(inside, { udisksctl: { code: 1, stderr: `${udisks("NotAuthorizedCanObtain")}x` } }, 9);
    const problem = { code: "stick-eject-failed", detail: "NotAuthorizedCanObtain" } as const;
    expect(await ejectStick("/media/op/KINGSTON", world)).toEqual(err(problem));
  });

  test("is not believed where the table of mounts says otherwise", async () => {
    expect(await ejectStick("/media/op/KINGSTON", computer(inside, { udisksctl: {} }, 9))).toMatchObject({
      error: { code: "stick-eject-busy" },
    });
  });

  test.each([
    ["no udisks", missing],
    ["udisks without its service", { code: 1, stderr: "Error connecting to the udisks daemon: Could not connect" }],
    ["a device that udisks does not know", { code: 1, stderr: "Error looking up object for device /dev/sdb2" }],
  ])("%s: umount does it, for whom it may", async (_, udisksctl) => {
    const world = computer(inside, { udisksctl, umount: {} });
    expect(await ejectStick("/media/op/KINGSTON", world)).toEqual(done);
    expect(commands(world)).toContain("umount -- /media/op/KINGSTON");
  });

  test("without udisks and without rights it is said", async () => {
    const umount = { code: 32, stderr: "umount: /media/op/KINGSTON: must be superuser to unmount." };
    expect(await ejectStick("/media/op/KINGSTON", computer(inside, { udisksctl: missing, umount }, 9))).toEqual(
      err({ code: "stick-eject-failed", detail: umount.stderr }),
    );
  });

  test("a tool that hangs is stopped after its time, and said", async () => {
    const world = computer(inside, { udisksctl: { code: null } }, 9);
    expect(await ejectStick("/media/op/KINGSTON", world)).toEqual(
      err({ code: "stick-eject-failed", detail: "ETIMEDOUT" }),
    );
    expect(world.calls.every(({ options }) => options.timeoutMs <= 30_000)).toBe(true);
  });
});

describe("macOS", () => {
  const eject = (ran: object) => {
    const world = fakeWorld("darwin", { tools: { "/usr/sbin/diskutil eject /Volumes/KINGSTON": ran } });
    return ejectStick("/Volumes/KINGSTON", world);
  };

  test("is safe when diskutil says so", async () => {
    expect(await eject({ stdout: "Disk /Volumes/KINGSTON ejected\n" })).toEqual(done);
  });

  test("names who objects", async () => {
    const stderr = await toolOutput("diskutil-eject-dissented.txt");
    expect(await eject({ code: 1, stderr })).toEqual(err({ code: "stick-eject-busy", by: ["Preview"] }));
  });

  test("names a program whole that has brackets in its name", async () => {
    const program = "Google Chrome Helper (Renderer)";
    const stderr = `Unmount was dissented by PID 812 (/Applications/Google Chrome.app/Contents/MacOS/${program})\n`;
    expect(await eject({ code: 1, stderr })).toEqual(err({ code: "stick-eject-busy", by: [program] }));
  });

  test("anything else is told as diskutil says it", async () => {
    const stderr = "Unable to find disk for /Volumes/KINGSTON\n";
    expect(await eject({ code: 1, stderr })).toEqual(err({ code: "stick-eject-failed", detail: stderr.trim() }));
  });
});

describe("Windows", () => {
  const eject = (ran: object, path = "E:\\") => ejectStick(path, fakeWorld("win32", { tools: { "": ran } }));

  test("is safe when the volume is gone", async () => {
    expect(await eject({ stdout: "gone\r\n" })).toEqual(done);
  });

  test.each([
    [
      "a program that Windows names",
      "by \\Device\\HarddiskVolume3\\Windows\\explorer.exe\r\nthere\r\n",
      ["explorer.exe"],
    ],
    ["one that it does not name", "there\r\n", []],
  ])("is kept by %s", async (_, stdout, by) => {
    expect(await eject({ code: 2, stdout })).toEqual(err({ code: "stick-eject-busy", by }));
  });

  test("a computer that forbids the script says so", async () => {
    const stdout = "failed Cannot create type. Only core types are supported in this language mode.\r\n";
    expect(await eject({ code: 1, stdout })).toEqual(err({ code: "stick-eject-failed", detail: stdout.trim() }));
  });

  test("an exit without the word is no confirmation", async () => {
    expect((await eject({ code: 0, stdout: "" })).ok).toBe(false);
  });

  test("a volume that is mounted at a folder is left to the system", async () => {
    expect(await eject({ stdout: "gone" }, "C:\\mnt\\stick")).toMatchObject({ error: { code: "stick-eject-failed" } });
  });

  test("the script is fixed", async () => {
    const world = fakeWorld("win32", { tools: { "": { stdout: "gone" } } });
    await ejectStick("e:", world);
    expect(world.calls[0]?.args.at(-1)).toBe(IN_UTF8 + EJECT_SCRIPT);
    expect(world.calls[0]?.options.env).toEqual({ KEYFERRY_DRIVE: "E" });
    expect(IN_UTF8 + EJECT_SCRIPT).not.toContain('"');
  });
});
