import { readFile } from "node:fs/promises";

/**
 * Something that changes whenever a device or a mount comes or goes, read at next to no cost; null where the system has
 * no such thing, so that each poll must list. Linux: the kernel's own tables of partitions and mounts (proc(5)).
 */
export async function quickLook(): Promise<string | null> {
  if (process.platform !== "linux") return null;
  try {
    const tables = ["/proc/partitions", "/proc/self/mountinfo"].map((path) => readFile(path, "utf8"));
    return (await Promise.all(tables)).join("\n");
  } catch {
    return null; // a system without proc: the listing tells
  }
}
