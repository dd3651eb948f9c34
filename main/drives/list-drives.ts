import { isAbsolute } from "node:path";
import type { Drive } from "../../core/drives/drive.ts";
import { driveIdOf, holdsSystem, judgeDrive } from "../../core/drives/drive-policy.ts";
import { type ListedDrive, parseListedDrive } from "../../core/drives/listed-drive.ts";
import { fingerprintOf } from "../stick/fingerprint.ts";
import type { Stick } from "../stick/stick.ts";
import type { Probe } from "./probe.ts";

/** A listed drive, and the stick that it is when it can be used. */
export interface ListedStick {
  readonly drive: Drive;
  readonly stick: Stick | null;
  /** The system's name of the device, such as "/dev/sdb" or "\\\\.\\PHYSICALDRIVE1"; null for a folder. */
  readonly device: string | null;
}

/**
 * The drives behind what the system said of its devices, usable and not; one for each mount point. Each device is judged
 * alone: an odd one hides none of the others.
 */
export async function sticksOfAll(devices: readonly unknown[], probe: Probe): Promise<readonly ListedStick[]> {
  const parsed = devices.map(parseListedDrive).filter((device) => device !== null);
  return (await Promise.all(parsed.map((device) => sticksOf(device, probe)))).flat();
}

async function sticksOf(device: ListedDrive, probe: Probe): Promise<readonly ListedStick[]> {
  const isSystem = device.isSystem || holdsSystem(device.mountpoints);
  const mounts = device.mountpoints.filter(({ path }) => isAbsolute(path)); // "[SWAP]" is none
  if (mounts.length === 0) {
    const id = driveIdOf("d", hash(device.device));
    return [{ drive: judgeDrive({ ...device, id, isSystem, mount: null }), stick: null, device: device.device }];
  }
  return await Promise.all(
    mounts.map(async ({ path, label }) => {
      const id = driveIdOf("d", hash(`${device.device}\n${path}`));
      const { volume, stick } = await probe(path);
      const drive = judgeDrive({ ...device, id, isSystem, mount: { path, label, volume } });
      return { drive, stick: drive.usable ? stick : null, device: device.device };
    }),
  );
}

const hash = (text: string): string => fingerprintOf(new TextEncoder().encode(text)).sha256;
