import { readdir, readFile, readlink, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { StickIdentity } from "../../core/drives/stick-identity.ts";
import { mountOf, parseMountTable } from "./mount-table.ts";
import { unescapedLabel } from "./volume-label.ts";

/**
 * Identifies the stick that is mounted at `root`, using only what costs next to nothing to read. Null for a folder that is
 * used as a stick. `system` is the root of the system's own folders.
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
    return null; // unplugged meanwhile
  }
}

/** Reads the device from the mount table (proc(5)), its names from udev's links, its serial number from sysfs. */
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

/** Returns the serial number of the USB device of a block device. The USB device's folder is above the block device's. */
async function serialOf(folder: string): Promise<string | null> {
  const up = dirname(folder);
  if (up === folder) return null;
  const names = await readdir(folder);
  if (!names.includes("idVendor")) return await serialOf(up);
  return names.includes("serial") ? (await readFile(join(folder, "serial"), "utf8")).trim() || null : null;
}

/** Returns the name of the link to a device in one of udev's folders. */
async function linkTo(device: string, folder: string): Promise<string | null> {
  const names = await readdir(folder).catch(() => []); // a system without udev
  for (const name of names) {
    const target = await readlink(join(folder, name)).catch(() => ""); // removed meanwhile, so it belongs to another stick
    if (resolve(folder, target) === device) return unescapedLabel(name);
  }
  return null;
}

/** The device number of a file is the serial number of its volume (GetFileInformationByHandle). */
async function onWindows(root: string): Promise<StickIdentity | null> {
  const { dev } = await stat(root, { bigint: true });
  const isDrive = resolve(root, "..") === resolve(root);
  return isDrive && dev !== 0n ? { serial: null, volumeId: dev.toString(16).toUpperCase(), label: null } : null;
}

/** Only the name: anything more needs a tool, which is too slow for each check. */
const onMac = (root: string): StickIdentity | null =>
  dirname(root) === "/Volumes" ? { serial: null, volumeId: null, label: basename(root) } : null;
