import type { Outcome } from "../../core/problem.ts";
import { ejectOnLinux } from "./eject-linux.ts";
import { ejectOnMac } from "./eject-mac.ts";
import { ejectOnWindows } from "./eject-windows.ts";
import type { MediaWorld } from "./media-world.ts";

/**
 * Asks the system to let go of the stick that is mounted at a path. Done only when the system has confirmed it; else
 * `stick-eject-busy`, with the programs that use it where they can be told, or `stick-eject-failed`.
 */
export function ejectStick(path: string, world: MediaWorld): Promise<Outcome<void>> {
  switch (world.platform) {
    case "linux":
      return ejectOnLinux(path, world);
    case "darwin":
      return ejectOnMac(path, world);
    case "win32":
      return ejectOnWindows(path, world);
  }
}
