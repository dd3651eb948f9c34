import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { type BlockDevice, listBlockDevices, withAllIn } from "./block-devices.ts";
import { hasNoUdisks, reasonIn } from "./eject-linux.ts";
import type { HostSystem } from "./host-system.ts";
import { errorTextOf } from "./run.ts";

const LIMIT_MS = 30_000; // the system checks a file system first that was not unmounted cleanly

// lsblk lists these as file systems, but they cannot be mounted (libblkid's names).
const NO_FILE_SYSTEM = /^(swap|crypto_LUKS|LVM2_member|linux_raid_member|.*_raid_member|BitLocker)$/;

/** Mounts the largest file system of a device with udisks, which needs no rights for a stick. */
export async function mountOnLinux(device: string, host: HostSystem): Promise<Outcome<void>> {
  const found = (await listBlockDevices(host.run)).flatMap(withAllIn).find(({ name }) => name === device);
  const inside = found ? withAllIn(found) : [];
  const [largest] = inside.filter(isMountable).toSorted((a, b) => b.bytes - a.bytes);
  if (!largest) {
    const locked = inside.some(({ fileSystem }) => fileSystem === "BitLocker");
    return err(locked ? { code: "stick-bitlocker-locked" } : { code: "stick-mount-failed", detail: device });
  }
  const args = ["mount", "--block-device", largest.name, "--no-user-interaction"];
  const ran = await host.run("udisksctl", args, { timeoutMs: LIMIT_MS });
  const output = errorTextOf(ran);
  if (ran.code === 0 || /AlreadyMounted/.test(output)) return ok(undefined);
  if (hasNoUdisks(ran)) return err({ code: "stick-mount-by-hand", platform: "linux" });
  return err({ code: "stick-mount-failed", detail: reasonIn(output) });
}

const isMountable = ({ fileSystem }: BlockDevice): boolean => fileSystem !== null && !NO_FILE_SYSTEM.test(fileSystem);
