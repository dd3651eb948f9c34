import { readdir, readFile, readlink, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { StickIdentity } from "../../core/drives/stick-identity.ts";
import { mountOf, parseMountTable } from "./mount-table.ts";
import { unescapedLabel } from "./volume-label.ts";

/**
 * What tells the stick that is mounted at `root` from others, as far as it can be asked at next to no cost. Null where a
 * folder stands for a stick. `system` is where the system's own folders are.
 */
export async function identifyStick(
  root: string,
  platform: NodeJS.Platform = process.platform,
  system = "/",
): Promise<StickIdentity | null> {
  try {
    if (platform === "linux") return await onLinux(root, system);
    return platform === "win32" ? await onWindows(root) : onMac(root);
  } catch {
    return null; // pulled meanwhile
  }
}

/** The device by the kernel's mounts (proc(5)), its names by udev's links, its serial number by the USB device (sysfs). */
async function onLinux(root: string, system: string): Promise<StickIdentity | null> {
  const mount = mountOf(parseMountTable(await readFile(join(system, "proc/self/mountinfo"), "utf8")), root);
  if (mount === null || mount.point !== root || root === "/" || !mount.source.startsWith("/dev/")) return null;
  const device = await realpath(join(system, mount.source)); // "/dev/mapper/…" is a link
  const [serial, volumeId, label] = await Promise.all([
    serialOf(await realpath(join(system, "sys/class/block", basename(device)))),
    linkTo(device, join(system, "dev/disk/by-uuid")),
    linkTo(device, join(system, "dev/disk/by-label")),
  ]);
  return { serial, volumeId, label };
}

/** The serial number of the USB device that a block device is part of: its folder lies somewhere above. */
async function serialOf(folder: string): Promise<string | null> {
  const up = dirname(folder);
  if (up === folder) return null;
  const names = await readdir(folder);
  if (!names.includes("idVendor")) return await serialOf(up);
  return names.includes("serial") ? (await readFile(join(folder, "serial"), "utf8")).trim() || null : null;
}

/** The name of the link in a folder of udev's that leads to a device. */
async function linkTo(device: string, folder: string): Promise<string | null> {
  const names = await readdir(folder).catch(() => []); // a system without udev
  for (const name of names) {
    const target = await readlink(join(folder, name)).catch(() => ""); // vanished meanwhile: another stick's
    if (resolve(folder, target) === device) return unescapedLabel(name);
  }
  return null;
}

/** A file's device number is its volume's serial number (GetFileInformationByHandle). */
async function onWindows(root: string): Promise<StickIdentity | null> {
  const { dev } = await stat(root, { bigint: true });
  const isDrive = resolve(root, "..") === resolve(root);
  return isDrive && dev !== 0n ? { serial: null, volumeId: dev.toString(16).toUpperCase(), label: null } : null;
}

/** Only the name: for more a tool must be run, which takes too long for each check. */
const onMac = (root: string): StickIdentity | null =>
  dirname(root) === "/Volumes" ? { serial: null, volumeId: null, label: basename(root) } : null;
