import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { identifyStick } from "../../../../main/drives/identify-stick.ts";
import { temporaryFolder } from "../../../fixtures/stick-folder.ts";

const USB = "sys/devices/pci0000:00/0000:00:14.0/usb2/2-1";
const BLOCK = `${USB}/2-1:1.0/host6/target6:0:0/6:0:0:0/block/sdb/sdb1`;
const STICK = "/media/operator/KING STON";
const MOUNTS = [
  "22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw",
  "90 22 8:17 / /media/operator/KING\\040STON rw,nosuid - vfat /dev/sdb1 rw,utf8",
  "91 22 0:44 / /mnt/share rw - nfs server:/share rw",
  "92 22 0:45 / /media/fuse rw - fuseblk /dev/sdb1 rw",
].join("\n");

/** A Linux' own folders, as they are with a stick in: real files and links, in a folder. */
async function linux(serial: string | null = "60A44C413A2B\n"): Promise<string> {
  const system = await temporaryFolder();
  const put = async (path: string, text: string) => {
    await mkdir(dirname(join(system, path)), { recursive: true });
    await writeFile(join(system, path), text);
  };
  await put("proc/self/mountinfo", MOUNTS);
  await put("dev/sdb1", "");
  await put(`${BLOCK}/dev`, "8:17\n");
  await put(`${USB}/idVendor`, "0951\n");
  if (serial !== null) await put(`${USB}/serial`, serial);
  for (const folder of ["sys/class/block", "dev/disk/by-uuid", "dev/disk/by-label"]) {
    await mkdir(join(system, folder), { recursive: true });
  }
  await symlink(join("../../..", BLOCK), join(system, "sys/class/block/sdb1"));
  await symlink("../../sda1", join(system, "dev/disk/by-uuid/0b1c2d3e-aaaa"));
  await symlink("../../sdb1", join(system, "dev/disk/by-uuid/5A3C-11F0"));
  await symlink("../../sdb1", join(system, "dev/disk/by-label/KING\\x20STON\\xc3\\xa9"));
  return system;
}

const kingston = { serial: "60A44C413A2B", volumeId: "5A3C-11F0", label: "KING STONé" };

test("Linux tells a stick's serial number, its volume's and its label", async () => {
  expect(await identifyStick(STICK, "linux", await linux())).toEqual(kingston);
});

test("Linux tells a label that Windows in Japanese wrote in Shift_JIS", async () => {
  const system = await linux();
  await rm(join(system, "dev/disk/by-label"), { recursive: true });
  await mkdir(join(system, "dev/disk/by-label"));
  await symlink("../../sdb1", join(system, "dev/disk/by-label/\\x83A\\x83N\\x83e\\x83B\\x83u"));
  expect(await identifyStick(STICK, "linux", system)).toEqual({ ...kingston, label: "アクティブ" });
});

test("the same through FUSE, which names the device all the same", async () => {
  expect(await identifyStick("/media/fuse", "linux", await linux())).toEqual(kingston);
});

test.each([[null], ["\n"]])("a device without a serial number (%j) has none", async (serial) => {
  expect(await identifyStick(STICK, "linux", await linux(serial))).toEqual({ ...kingston, serial: null });
});

test("a link that vanishes while it is looked at, as another stick's does, hides nothing else", async () => {
  const system = await linux();
  await rm(join(system, "dev/disk/by-label"), { recursive: true });
  await mkdir(join(system, "dev/disk/by-label"));
  await writeFile(join(system, "dev/disk/by-label/OTHER"), ""); // listed, and then not there to be read as a link
  expect(await identifyStick(STICK, "linux", system)).toEqual({ ...kingston, label: null });
});

test.each(["/", "/home/operator/folder", `${STICK}/KEYFERRY`, "/mnt/share"])("%s is no stick", async (path) => {
  expect(await identifyStick(path, "linux", await linux())).toBeNull();
});

test("a system without these folders tells nothing", async () => {
  expect(await identifyStick(STICK, "linux", await temporaryFolder())).toBeNull();
});

test("macOS tells a volume's name, and nothing of a folder", async () => {
  expect(await identifyStick("/Volumes/KINGSTON", "darwin")).toEqual({
    serial: null,
    volumeId: null,
    label: "KINGSTON",
  });
  expect(await identifyStick("/Users/operator/stick", "darwin")).toBeNull();
});

test("Windows tells the volume's serial number of a whole drive, not of a folder", async () => {
  // The root of this system stands for one of that system's drives: both are their own parent.
  expect(await identifyStick("/", "win32")).toEqual({
    serial: null,
    volumeId: expect.stringMatching(/^[0-9A-F]+$/),
    label: null,
  });
  expect(await identifyStick(await temporaryFolder(), "win32")).toBeNull();
});
