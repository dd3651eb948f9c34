import { basename } from "node:path";
import { noFacts, type WriteFacts } from "../../core/drives/why-unwritable.ts";
import type { HostSystem } from "./host-system.ts";
import { type Mount, mountOf, parseMountTable } from "./mount-table.ts";

// Always read-only, so read-only is no sign of an error.
const NEVER_WRITTEN: ReadonlySet<string> = new Set(["iso9660", "udf", "squashfs", "erofs", "romfs"]);

/** Linux: the kernel's mount table, and the device's own flag (sysfs, block/<device>/ro). */
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
 * Whether the kernel made the file system read-only after it was mounted writable, as FAT, exFAT and ext4 do with
 * `errors=remount-ro`. Newer kernels have an option of their own for it.
 */
function wasTurned({ options, superOptions, fileSystem }: Mount): boolean {
  if (superOptions.includes("emergency_ro")) return true;
  return options.includes("rw") && superOptions.includes("ro") && !NEVER_WRITTEN.has(fileSystem);
}
