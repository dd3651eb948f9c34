import { isAbsolute, relative, sep } from "node:path";
import type { Drive, DriveId } from "../../core/drives/drive.ts";
import { driveIdOf, holdsSystem, judgeDrive } from "../../core/drives/drive-policy.ts";
import { type ListedDrive, parseListedDrive } from "../../core/drives/listed-drive.ts";
import { fingerprintOf } from "../lib/sha256.ts";
import { identifyStick } from "./identify-stick.ts";
import { NO_ANSWER, type ProbeResult } from "./probe-mount.ts";
import { readableDescription, readableLabel } from "./volume-label.ts";

/** A listed drive, with its stick when it is usable. */
export interface ListedStick extends ProbeResult {
  readonly drive: Drive;
  /** The system's name of the device, such as "/dev/sdb" or "\\\\.\\PHYSICALDRIVE1"; null for a folder. */
  readonly device: string | null;
}

/** Reads what is mounted at a path. `id` is the drive's; `device` is null for a folder. */
export type ProbeMount = (id: DriveId, path: string, device: string | null) => Promise<ProbeResult>;

/**
 * Returns the drives of the system's devices, usable or not, one for each mount point. Parses each device separately, so
 * that a malformed one hides no other. `identify` returns udev's label for a mount point.
 */
export async function drivesOfDevices(
  devices: readonly unknown[],
  probeMount: ProbeMount,
  identify: (path: string) => Promise<{ readonly label: string | null } | null> = identifyStick,
): Promise<readonly ListedStick[]> {
  const parsed = devices.map(parseListedDrive).filter((device) => device !== null);
  const named = await Promise.all(parsed.map((device) => withReadableLabels(device, identify)));
  return (await Promise.all(named.map((device) => drivesOfDevice(device, probeMount)))).flat();
}

async function withReadableLabels(
  device: ListedDrive,
  identify: (path: string) => Promise<{ readonly label: string | null } | null>,
): Promise<ListedDrive> {
  const readable = new Map<string, string>();
  const read = async ({ path, label: listed }: ListedDrive["mountpoints"][number]) => {
    const label = await readableLabel(listed, path, async () => (await identify(path))?.label ?? null);
    if (listed && label !== null) readable.set(listed, label);
    return { path, label };
  };
  const mountpoints = await Promise.all(device.mountpoints.map(read));
  return { ...device, mountpoints, description: readableDescription(device.description, readable) };
}

async function drivesOfDevice(device: ListedDrive, probeMount: ProbeMount): Promise<readonly ListedStick[]> {
  const isSystem = device.isSystem || holdsSystem(device.mountpoints);
  const mounts = device.mountpoints.filter(({ path }) => isAbsolute(path)); // not "[SWAP]"
  if (mounts.length === 0) {
    const id = driveIdOf("d", hash(device.device));
    return [{ ...NO_ANSWER, drive: judgeDrive({ ...device, id, isSystem, mount: null }), device: device.device }];
  }
  return await Promise.all(
    mounts.map(async ({ path, label }) => {
      const id = driveIdOf("d", hash(`${device.device}\n${path}`));
      const { volume, stick } = await probeMount(id, path, device.device);
      const drive = judgeDrive({ ...device, id, isSystem, mount: { path, label, volume } });
      return { drive, volume, stick: drive.usable ? stick : null, device: device.device };
    }),
  );
}

/** Returns the listed device that a path is on; null when it is not listed. */
export function deviceAt(path: string, listed: readonly ListedStick[]): string | null {
  const around = listed.filter(({ device, drive }) => device !== null && drive.path !== null && isIn(path, drive.path));
  const depth = ({ drive }: ListedStick): number => drive.path?.length ?? 0;
  return around.toSorted((a, b) => depth(b) - depth(a))[0]?.device ?? null;
}

/** `relative` ignores case on Windows. */
function isIn(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

const hash = (text: string): string => fingerprintOf(new TextEncoder().encode(text)).sha256;
