import { setTimeout as wait } from "node:timers/promises";

const PATIENCE_MS = 30_000;
const PAUSE_MS = 5;

/** Waits until something holds. Rejects after half a minute: nothing here takes so long. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const start = performance.now();
  while (!(await holds())) {
    if (performance.now() - start > PATIENCE_MS) throw new Error(`still not, after ${PATIENCE_MS} ms: ${what}`);
    await wait(PAUSE_MS);
  }
}
