import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { withLock } from "../../../tools/lib/lock.mjs";
import { IS_LINUX, onlyWhere } from "../../fixtures/only-where.ts";
import { unreapedProcess } from "../../fixtures/unreaped-process.ts";

const MODULE = new URL("../../../tools/lib/lock.mjs", import.meta.url).href;

let folder: string;
let lock: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "keyferry-lock-"));
  lock = path.join(folder, "work.lock");
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Another process that notes when it enters and leaves. */
function worker(diary: string, ms: number) {
  const script = `
    import { appendFileSync } from "node:fs";
    import { setTimeout as wait } from "node:timers/promises";
    import { withLock } from ${JSON.stringify(MODULE)};
    await withLock(${JSON.stringify(lock)}, async () => {
      appendFileSync(${JSON.stringify(diary)}, "in ");
      await wait(${ms});
      appendFileSync(${JSON.stringify(diary)}, "out ");
    });`;
  return spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: "inherit" });
}

const ended = (child: ReturnType<typeof spawn>) => new Promise((resolve) => child.on("exit", resolve));

async function until(condition: () => boolean) {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
}

test("several processes go in one after the other", async () => {
  const diary = path.join(folder, "diary");
  await Promise.all([1, 2, 3, 4].map(() => ended(worker(diary, 50))));
  expect(readFileSync(diary, "utf8")).toBe("in out ".repeat(4));
  expect(existsSync(lock)).toBe(false);
});

test("those who wait go on, one after the other, when the one inside is killed", async () => {
  const diary = path.join(folder, "diary");
  const killed = worker(diary, 60_000);
  await until(() => existsSync(diary));
  const waiting = [1, 2, 3].map(() => ended(worker(diary, 50)));
  killed.kill("SIGKILL");
  await Promise.all(waiting);
  expect(readFileSync(diary, "utf8")).toBe(`in ${"in out ".repeat(3)}`);
});

test("one that was killed is gone, also while nobody has asked for its end", async (context) => {
  onlyWhere(context, IS_LINUX, "only Linux shows that state");
  const { pid, end } = await unreapedProcess();
  writeFileSync(lock, `${hostname()} ${pid}`);
  expect(await withLock(lock, async () => "done")).toBe("done");
  end();
});

test("the lock of another computer holds while it is touched, and is broken when it no longer is", async () => {
  writeFileSync(lock, `not-${hostname()} 1`);
  const order: string[] = [];
  const work = withLock(lock, async () => order.push("work"));
  await new Promise((resolve) => setTimeout(resolve, 300));
  order.push("abandoned");
  utimesSync(lock, new Date(0), new Date(0));
  await work;
  expect(order).toEqual(["abandoned", "work"]);
});

test("a failure leaves no lock behind", async () => {
  await expect(withLock(lock, () => Promise.reject(new Error("disk full")))).rejects.toThrow("disk full");
  expect(existsSync(lock)).toBe(false);
});

test("whoever deletes the lock's folder ends neither the work nor the waiting for it", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  try {
    const order: string[] = [];
    const inside = withLock(lock, async () => {
      await until(() => order.includes("deleted"));
      vi.advanceTimersByTime(10_000);
      order.push("inside");
    });
    const waiting = withLock(lock, async () => order.push("waited"));
    rmSync(folder, { recursive: true });
    order.push("deleted");
    await Promise.all([inside, waiting]);
    expect(order.toSorted()).toEqual(["deleted", "inside", "waited"]);
  } finally {
    vi.useRealTimers();
  }
});
