// @ts-check
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const MEMORY = "/dev/shm"; // Linux only; other systems use the folder of temporary files

/**
 * Runs work with a new folder, and removes the folder afterwards.
 * @template T
 * @param {(home: string) => Promise<T>} work
 */
export async function withHome(work) {
  const home = mkdtempSync(path.join(existsSync(MEMORY) ? MEMORY : tmpdir(), "keyferry-reliability-"));
  chmodSync(home, 0o755); // one of the processes runs as the user "nobody"
  try {
    return await work(home);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
