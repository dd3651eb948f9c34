import { spawnSync } from "node:child_process";
import { readdir, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Outcome } from "../../../../core/problem.ts";
import { err, ok } from "../../../../core/result.ts";
import { openFetchLocks } from "../../../../main/journal/fetch-locks.ts";
import { temporaryFolder } from "../../../fixtures/stick-folder.ts";
import { unreapedProcess } from "../../../fixtures/unreaped-process.ts";

const busy = err({ code: "busy" });
const done = async () => ok("done");

/** A home in which somebody fetches to `stick` until `end` is called. */
async function fetching() {
  const [home, stick] = [await temporaryFolder(), await temporaryFolder()];
  let end = () => undefined as unknown;
  let first = Promise.resolve<Outcome<string>>(ok("none"));
  await new Promise<void>((began) => {
    first = openFetchLocks(home).hold(stick, async () => {
      began();
      await new Promise<void>((ended) => {
        end = ended;
      });
      return ok("first");
    });
  });
  return { home, stick, first, end };
}

/** The number of a process that is no more. */
const deadPid = (): number => spawnSync(process.execPath, ["-e", ""]).pid;

/** The lock that a program left behind when it was killed. */
async function abandoned(pid: number, silentMs = 0) {
  const { home, stick, first, end } = await fetching();
  const [name = ""] = await readdir(home);
  end();
  await first;
  const file = join(home, name);
  await writeFile(file, `${pid} 0`);
  const touched = new Date(Date.now() - silentMs);
  await utimes(file, touched, touched);
  return { home, stick };
}

describe("one fetch for one stick at a time", () => {
  test("a second program is told that another is at work, until that has ended", async () => {
    const { home, stick, first, end } = await fetching();
    const second = openFetchLocks(home);
    expect(await second.hold(stick, done)).toEqual(busy);
    end();
    expect(await first).toEqual(ok("first"));
    expect(await second.hold(stick, done)).toEqual(ok("done"));
    expect(await readdir(home)).toEqual([]);
  });

  test("also by another way to the same folder", async () => {
    const { home, stick, first, end } = await fetching();
    const otherWay = join(await temporaryFolder(), "link");
    await symlink(stick, otherWay);
    expect(await openFetchLocks(home).hold(otherWay, done)).toEqual(busy);
    end();
    await first;
  });

  test("another stick is free", async () => {
    const { home, first, end } = await fetching();
    expect(await openFetchLocks(home).hold(await temporaryFolder(), done)).toEqual(ok("done"));
    end();
    await first;
  });

  test("a fetch that fails in an unforeseen way gives it back", async () => {
    const [home, stick] = [await temporaryFolder(), await temporaryFolder()];
    const locks = openFetchLocks(home);
    await expect(locks.hold(stick, () => Promise.reject(new Error("boom")))).rejects.toThrow("boom");
    expect(await locks.hold(stick, done)).toEqual(ok("done"));
  });
});

describe("a lock that was left behind", () => {
  test("by a program that is no more is cleared up", async () => {
    const { home, stick } = await abandoned(deadPid());
    expect(await openFetchLocks(home).hold(stick, done)).toEqual(ok("done"));
  });

  test("by one that was killed and that nobody has asked for its end yet", async () => {
    const { pid, end } = await unreapedProcess();
    const { home, stick } = await abandoned(pid);
    expect(await openFetchLocks(home).hold(stick, done)).toEqual(ok("done"));
    end();
  });

  test("whose number is a process's again is cleared up when nobody touches it", async () => {
    const { home, stick } = await abandoned(process.pid, 3 * 60_000);
    expect(await openFetchLocks(home).hold(stick, done)).toEqual(ok("done"));
  });

  test("by one that only slept is the other's now: waking up, it leaves that alone", async () => {
    const { home, stick, first, end } = await fetching();
    const [name = ""] = await readdir(home);
    const slept = new Date(Date.now() - 3 * 60_000);
    await utimes(join(home, name), slept, slept);
    const outcome = await openFetchLocks(home).hold(stick, async () => {
      end();
      await first;
      return await openFetchLocks(home).hold(stick, done);
    });
    expect(outcome).toEqual(busy);
    expect(await readdir(home)).toEqual([]);
  });

  test("is taken by one of many that find it", async () => {
    const { home, stick } = await abandoned(deadPid());
    let inside = 0;
    let most = 0;
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () =>
        openFetchLocks(home).hold(stick, async () => {
          most = Math.max(most, ++inside);
          await new Promise((resolve) => setTimeout(resolve, 50));
          inside--;
          return ok("in");
        }),
      ),
    );
    expect(most).toBe(1);
    expect(outcomes.filter(({ ok: held }) => held).length).toBeGreaterThan(0);
    expect(await readdir(home)).toEqual([]);
  });
});

test("where it cannot be told who fetches, nobody does", async () => {
  const home = join(await temporaryFolder(), "home");
  await writeFile(home, ""); // a file where the folder should be
  const outcome = await openFetchLocks(home).hold(await temporaryFolder(), done);
  expect(outcome).toEqual(err(expect.objectContaining({ code: "record-unwritable" })));
});
