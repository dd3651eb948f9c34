// @ts-check
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const MEMORY = "/dev/shm"; // Linux's own; elsewhere the temporary files' folder does

/**
 * Gives a folder of its own to work in, away again afterwards.
 * @template T
 * @param {(home: string) => Promise<T>} work
 */
export async function withHome(work) {
  const home = mkdtempSync(path.join(existsSync(MEMORY) ? MEMORY : tmpdir(), "keyferry-reliability-"));
  chmodSync(home, 0o755); // one of the processes becomes nobody
  try {
    return await work(home);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
