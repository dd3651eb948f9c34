import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { mountOf, parseMountTable } from "./mount-table.ts";

/**
 * Whether a mounted file system has lost its device: on Linux a stick that was pulled stays mounted, and looks like a
 * folder that fails. Told by the kernel's own list of devices (sysfs), which a container shows too while it hides their
 * nodes. `system` is where the system's own folders are.
 */
export async function lostDevice(root: string, system = "/"): Promise<boolean> {
  try {
    const mount = mountOf(parseMountTable(await readFile(join(system, "proc/self/mountinfo"), "utf8")), root);
    const devices = join(system, "sys/dev/block");
    if (mount?.point !== root || mount.numbers.startsWith("0:") || !(await isThere(devices))) return false;
    return !(await isThere(join(devices, mount.numbers)));
  } catch {
    return false; // another system: there it is unmounted when it is pulled
  }
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
