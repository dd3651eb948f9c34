import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { mountOf, parseMountTable } from "./mount-table.ts";

/**
 * Whether a mounted file system has lost its device. On Linux an unplugged stick stays mounted and looks like a folder with
 * errors. Reads the kernel's list of devices (sysfs), because a container shows that list but hides the device nodes.
 * `system` is the root of the system's own folders.
 */
export async function lostDevice(root: string, system = "/"): Promise<boolean> {
  try {
    const mount = mountOf(parseMountTable(await readFile(join(system, "proc/self/mountinfo"), "utf8")), root);
    const devices = join(system, "sys/dev/block");
    if (mount?.point !== root || mount.numbers.startsWith("0:") || !(await isThere(devices))) return false;
    return !(await isThere(join(devices, mount.numbers)));
  } catch {
    return false; // not Linux: other systems unmount an unplugged stick
  }
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
