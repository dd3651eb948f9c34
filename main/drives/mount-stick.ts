import type { Outcome } from "../../core/problem.ts";
import { err } from "../../core/result.ts";
import type { MediaWorld } from "./media-world.ts";
import { mountOnLinux } from "./mount-linux.ts";
import { mountOnMac } from "./mount-mac.ts";

/**
 * Asks the system to mount an unmounted device. Windows gives letters by itself, and lets only an administrator give one:
 * there `stick-mount-by-hand` says how.
 */
export async function mountStick(device: string, world: MediaWorld): Promise<Outcome<void>> {
  switch (world.platform) {
    case "linux":
      return mountOnLinux(device, world);
    case "darwin":
      return mountOnMac(device, world);
    case "win32":
      return err({ code: "stick-mount-by-hand", platform: "win32" });
  }
}
