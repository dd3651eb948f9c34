import { describe, expect, test } from "vitest";
import { whyReadOnly, whyUnwritable } from "../../../../core/drives/why-unwritable.ts";
import type { Problem } from "../../../../core/problem.ts";
import { IN_UTF8 } from "../../../../main/drives/power-shell.ts";
import { writeFacts } from "../../../../main/drives/write-facts.ts";
import { FACTS_SCRIPT } from "../../../../main/drives/write-facts-windows.ts";
import { fakeWorld, missing, toolOutput } from "../../../fixtures/host-system.ts";

const forbidden: Problem = { code: "stick-no-permission" };

describe("Linux: the kernel's tables", () => {
  const head = "22 1 254:0 / / rw,relatime - ext4 /dev/sda2 rw\n";
  const mount = (options: string, fileSystem: string, superOptions: string) =>
    `${head}41 22 8:17 / /media/op/MY\\040STICK ${options} shared:1 - ${fileSystem} /dev/sdb1 ${superOptions}\n`;
  const facts = (mountinfo: string, ro = "0", path = "/media/op/MY STICK") =>
    writeFacts(
      path,
      fakeWorld("linux", {
        files: { "/proc/self/mountinfo": mountinfo, "/sys/class/block/sdb1/ro": ro === "" ? "" : `${ro}\n` },
      }),
    );

  test.each<[string, string, string, string | null]>([
    ["a writable stick", mount("rw,nosuid", "vfat", "rw,errors=remount-ro"), "0", null],
    ["mounted with -o ro", mount("ro,nosuid", "vfat", "ro,errors=remount-ro"), "0", "stick-read-only"],
    [
      "remounted by the kernel for errors",
      mount("rw,nosuid", "vfat", "ro,errors=remount-ro"),
      "0",
      "stick-errors-found",
    ],
    ["closed by a newer kernel", mount("rw", "ext4", "rw,emergency_ro"), "0", "stick-errors-found"],
    ["its switch on", mount("ro,nosuid", "exfat", "ro"), "1", "stick-write-protected"],
    ["its switch on, mounted as if it were off", mount("rw,nosuid", "vfat", "ro"), "1", "stick-write-protected"],
    ["an image of a disc", mount("rw", "iso9660", "ro"), "0", "stick-read-only"],
    ["fuse, mounted with -o ro", mount("ro,nosuid,nodev,relatime", "fuseblk", "ro,user_id=0"), "0", "stick-read-only"],
  ])("%s", async (_, table, ro, code) => {
    expect(whyReadOnly(await facts(table, ro))?.code ?? null).toBe(code);
  });

  test("a folder is asked for by the mount that it lies on", async () => {
    const found = await facts(mount("ro", "vfat", "ro"), "1", "/media/op/MY STICK/inside");
    expect(found).toMatchObject({ deviceReadOnly: true, fileSystem: "vfat" });
  });

  test("a name that only begins alike is another folder", async () => {
    expect(await facts(mount("ro", "vfat", "ro"), "1", "/media/op/MY STICK 2")).toMatchObject({
      mountReadOnly: false,
      fileSystem: "ext4",
    });
  });

  test("a system without its tables knows nothing, and says so", async () => {
    expect(whyReadOnly(await facts("", ""))).toBeNull();
  });
});

describe("macOS: diskutil's property list", () => {
  test.each([
    ["diskutil-info-ntfs.plist", { code: "stick-ntfs-on-mac" }],
    ["diskutil-info-fat32-switch.plist", { code: "stick-write-protected" }],
    ["diskutil-info-fat32-writable.plist", null],
  ])("%s", async (name, reason) => {
    const world = fakeWorld("darwin", { tools: { "/usr/sbin/diskutil": { stdout: await toolOutput(name) } } });
    expect(whyReadOnly(await writeFacts("/Volumes/KINGSTON", world))).toEqual(reason);
    expect(world.calls[0]?.args).toEqual(["info", "-plist", "/Volumes/KINGSTON"]);
  });

  test("what is forbidden on a writable stick, the privacy settings forbid", async () => {
    const stdout = await toolOutput("diskutil-info-fat32-writable.plist");
    const world = fakeWorld("darwin", { tools: { "/usr/sbin/diskutil": { stdout } } });
    expect(whyUnwritable(forbidden, null, await writeFacts("/Volumes/KINGSTON", world)).code).toBe("stick-privacy");
  });
});

describe("Windows: the fixed script's account", () => {
  const world = async (name: string) => fakeWorld("win32", { tools: { "": { stdout: await toolOutput(name) } } });

  test.each([
    ["windows-facts-writable.json", null],
    ["windows-facts-switch.json", "stick-write-protected"],
    ["windows-facts-deny-unprotected.json", "stick-policy"],
    ["windows-facts-deny-write.json", "stick-policy"],
    ["windows-facts-bitlocker-locked.json", "stick-bitlocker-locked"],
    ["windows-facts-not-admin.json", null],
  ])("%s", async (name, code) => {
    expect(whyReadOnly(await writeFacts("E:\\", await world(name)))?.code ?? null).toBe(code);
  });

  test("the script is fixed, and the letter goes in beside it", async () => {
    const computer = await world("windows-facts-writable.json");
    await writeFacts("E:\\transfer\\$(calc)", computer);
    const [call] = computer.calls;
    expect(call?.args.at(-1)).toBe(IN_UTF8 + FACTS_SCRIPT); // a language's own letters are told as they are
    expect(call?.options.env).toEqual({ KEYFERRY_DRIVE: "E" });
    expect(FACTS_SCRIPT).not.toContain('"'); // nothing that a command line would have to escape
  });

  test("a folder of the system's disk is no stick", async () => {
    expect(await writeFacts("C:\\Users", await world("windows-facts-deny-write.json"))).toMatchObject({
      removable: false,
    });
  });

  test.each([
    ["a path without a letter", "\\\\server\\share", { stdout: "{}" }],
    ["a computer that runs no scripts", "E:\\", missing],
    ["a script that was stopped", "E:\\", { code: null }],
    ["an answer that is none", "E:\\", { stdout: "Get-Disk : Access denied" }],
  ])("nothing is known of %s", async (_, path, ran) => {
    const facts = await writeFacts(path, fakeWorld("win32", { tools: { "": ran } }));
    expect(whyReadOnly(facts)).toBeNull();
  });
});
