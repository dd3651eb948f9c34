import type { WriteFacts } from "../../core/drives/why-unwritable.ts";
import type { HostSystem } from "./host-system.ts";
import { factsOnLinux } from "./write-facts-linux.ts";
import { factsOnMac } from "./write-facts-mac.ts";
import { factsOnWindows } from "./write-facts-windows.ts";

/** Returns what the system knows about writing to the volume at a path. Costs a process on Windows and macOS. */
export function writeFacts(path: string, host: HostSystem): Promise<WriteFacts> {
  switch (host.platform) {
    case "linux":
      return factsOnLinux(path, host);
    case "darwin":
      return factsOnMac(path, host);
    case "win32":
      return factsOnWindows(path, host);
  }
}
