import type { Session } from "electron";
import { expect, test } from "vitest";
import { createSessionPool } from "../../../../main/alas/session-pool.ts";

test("one session serves one fetch at a time, with its old connections closed before each", async () => {
  const closed: string[] = [];
  const pool = createSessionPool((name) => {
    // All that the pool uses of a session.
    return { closeAllConnections: async () => void closed.push(name) } as unknown as Session;
  });
  const one = await pool.acquire();
  const two = await pool.acquire();
  expect(two).not.toBe(one);
  pool.release(one);
  expect(await pool.acquire()).toBe(one);
  expect(closed).toEqual(["alas-1", "alas-2", "alas-1"]);
});
