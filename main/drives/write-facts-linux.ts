import { basename } from "node:path";
import { noFacts, type WriteFacts } from "../../core/drives/why-unwritable.ts";
import type { HostSystem } from "./host-system.ts";
import { type Mount, mountOf, parseMountTable } from "./mount-table.ts";

// These are read-only by their nature: nothing went wrong with them.
const NEVER_WRITTEN: ReadonlySet<string> = new Set(["iso9660", "udf", "squashfs", "erofs", "romfs"]);

/** Linux: the kernel's table of mounts, and the device's own flag (sysfs, block/<device>/ro). */
export async function factsOnLinux(path: string, { readText }: HostSystem): Promise<WriteFacts> {
  const none = noFacts("linux");
  const mount = mountOf(parseMountTable(await readText("/proc/self/mountinfo")), path);
  if (mount === null) return none;
  const device = basename(mount.source);
  const flag = mount.source.startsWith("/dev/") ? (await readText(`/sys/class/block/${device}/ro`)).trim() : "";
  return {
    ...none,
    deviceReadOnly: flag === "" ? null : flag === "1",
    mountReadOnly: mount.options.includes("ro") || mount.superOptions.includes("ro"),
    turnedReadOnly: flag !== "1" && wasTurned(mount),
    fileSystem: mount.fileSystem.toLowerCase(),
  };
}

/**
 * Asked to be writable, and yet its file system is not: so FAT, exFAT and ext4 end up with `errors=remount-ro`. Newer
 * kernels tell it with a word of its own.
 */
function wasTurned({ options, superOptions, fileSystem }: Mount): boolean {
  if (superOptions.includes("emergency_ro")) return true;
  return options.includes("rw") && superOptions.includes("ro") && !NEVER_WRITTEN.has(fileSystem);
}
