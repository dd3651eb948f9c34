import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import type { HostSystem } from "./host-system.ts";
import { mountOnLinux } from "./mount-linux.ts";
import { errorTextOf } from "./run.ts";

const LIMIT_MS = 30_000;

/**
 * Mounts an unmounted device. Windows assigns drive letters itself and lets only an administrator do it: there it fails with
 * `stick-mount-by-hand`, which explains how.
 */
export async function mountStick(device: string, host: HostSystem): Promise<Outcome<void>> {
  switch (host.platform) {
    case "linux":
      return mountOnLinux(device, host);
    case "darwin":
      return mountOnMac(device, host);
    case "win32":
      return err({ code: "stick-mount-by-hand", platform: "win32" });
  }
}

/** Mounts all volumes of a disk such as "/dev/disk4", or one volume. */
async function mountOnMac(device: string, { run }: HostSystem): Promise<Outcome<void>> {
  const verb = /^\/dev\/r?disk\d+$/.test(device) ? "mountDisk" : "mount";
  const ran = await run("/usr/sbin/diskutil", [verb, device], { timeoutMs: LIMIT_MS });
  return ran.code === 0 ? ok(undefined) : err({ code: "stick-mount-failed", detail: errorTextOf(ran) });
}
