import { isAbsolute } from "node:path";
import type { Drive } from "../../core/drive.ts";
import { driveIdOf, holdsSystem, judgeDrive } from "../../core/drive-policy.ts";
import { type ListedDrive, parseListedDrive } from "../../core/listed-drive.ts";
import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { fingerprintOf } from "../stick/fingerprint.ts";
import type { Stick } from "../stick/stick.ts";
import type { ListDevices } from "./load-drivelist.ts";
import { createProbe, type Probe } from "./probe.ts";

/** A listed drive, and the stick that it is when it can be used. */
export interface ListedStick {
  readonly drive: Drive;
  readonly stick: Stick | null;
}

/** Lists the drives, usable and not; one for each mount point. `drives-unavailable` when the system cannot say. */
export async function listDrives(list: ListDevices): Promise<Outcome<readonly Drive[]>> {
  const sticks = await listSticks(list, createProbe());
  return sticks.ok ? ok(sticks.value.map(({ drive }) => drive)) : sticks;
}

/** As `listDrives`, with what is needed to use them. Each device is judged alone: an odd one hides none of the others. */
export async function listSticks(list: ListDevices, probe: Probe): Promise<Outcome<readonly ListedStick[]>> {
  try {
    const devices = (await list()).map(parseListedDrive).filter((device) => device !== null);
    return ok((await Promise.all(devices.map((device) => sticksOf(device, probe)))).flat());
  } catch (error) {
    return err({ code: "drives-unavailable", detail: error instanceof Error ? error.message : String(error) });
  }
}

async function sticksOf(device: ListedDrive, probe: Probe): Promise<readonly ListedStick[]> {
  const isSystem = device.isSystem || holdsSystem(device.mountpoints);
  const mounts = device.mountpoints.filter(({ path }) => isAbsolute(path)); // "[SWAP]" is none
  if (mounts.length === 0) {
    const id = driveIdOf("d", hash(device.device));
    return [{ drive: judgeDrive({ ...device, id, isSystem, mount: null }), stick: null }];
  }
  return await Promise.all(
    mounts.map(async ({ path, label }) => {
      const id = driveIdOf("d", hash(`${device.device}\n${path}`));
      const { volume, stick } = await probe(path);
      const drive = judgeDrive({ ...device, id, isSystem, mount: { path, label, volume } });
      return { drive, stick: drive.usable ? stick : null };
    }),
  );
}

const hash = (text: string): string => fingerprintOf(new TextEncoder().encode(text)).sha256;
