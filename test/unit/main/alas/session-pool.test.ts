import type { Session } from "electron";
import { expect, test } from "vitest";
import { createSessionPool } from "../../../../main/alas/session-pool.ts";

test("one session serves one fetch at a time, and waits for the next one without a connection", async () => {
  const closed: string[] = [];
  const pool = createSessionPool((name) => {
    // All that the pool uses of a session.
    return { closeAllConnections: async () => void closed.push(name) } as unknown as Session;
  });
  const one = pool.borrow();
  const two = pool.borrow();
  expect(two).not.toBe(one);
  expect(closed).toEqual([]);
  const back = pool.giveBack(one);
  expect(pool.borrow(), "its connections are still open").not.toBe(one);
  await back;
  expect(closed).toEqual(["alas-1"]);
  expect(pool.borrow()).toBe(one);
});
