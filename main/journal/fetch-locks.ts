import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, realpath, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Outcome } from "../../core/problem.ts";
import { err } from "../../core/result.ts";
import { errnoOf } from "../lib/errno.ts";
import { fingerprintOf } from "../lib/sha256.ts";
import { recordUnwritable } from "./journal.ts";

const BEAT_MS = 10_000;
/** A lock that was not touched for so long is nobody's, even if its number is a process's again. */
const STALE_MS = 120_000;

/**
 * One fetch for one stick at a time, whichever program of this computer makes it: the window and a command that read the
 * same stick in the same moment would both ask ALAS for the same request.
 */
export interface FetchLocks {
  /** Fetches to the stick at `root`; `busy` while another one does, `record-unwritable` when that cannot be told. */
  hold<T>(root: string, fetch: () => Promise<Outcome<T>>): Promise<Outcome<T>>;
}

/** Locks are files in `<home>`, each with the number of the process that holds it: the next one clears up after a crash. */
export const openFetchLocks = (home: string): FetchLocks => ({
  hold: async (root, fetch) => {
    const { sha256 } = fingerprintOf(new TextEncoder().encode(await trueName(root)));
    const file = join(home, `fetching-${sha256.slice(0, 16)}.lock`);
    const mark = `${process.pid} ${randomUUID()}`;
    try {
      await mkdir(home, { recursive: true });
      if (!(await take(file, mark))) return err({ code: "busy" });
    } catch (error) {
      return err(recordUnwritable(file, error));
    }
    const beat = setInterval(() => void touch(file), BEAT_MS);
    try {
      return await fetch();
    } finally {
      clearInterval(beat);
      await giveBack(file, mark);
    }
  },
});

/** The same for each way that leads to a folder. */
const trueName = (root: string): Promise<string> => realpath(root).catch(() => root);

async function take(file: string, mark: string): Promise<boolean> {
  if (await create(file, mark)) return true;
  const left = await leftBehind(file);
  if (left === null) return false;
  // Only one of those who want it can move it aside. Who moved another lock than the one he looked at puts it back.
  const aside = `${file}-${mark.split(" ")[1]}`;
  await rename(file, aside).catch(() => undefined);
  const moved = await readFile(aside, "utf8").catch(() => left);
  if (moved !== left) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
  return await create(file, mark);
}

/** Who slept for longer than a lock may be silent finds another one's in its place: that one is left alone. */
async function giveBack(file: string, mark: string): Promise<void> {
  const held = await readFile(file, "utf8").catch(() => null);
  if (held === mark) await rm(file, { force: true }).catch(() => undefined);
}

async function create(file: string, mark: string): Promise<boolean> {
  try {
    await writeFile(file, mark, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (errnoOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** What stands in a lock whose holder is gone; null for one that is held, or was given back in this moment. */
async function leftBehind(file: string): Promise<string | null> {
  try {
    const text = await readFile(file, "utf8");
    const silentMs = Math.abs(Date.now() - (await stat(file)).mtimeMs);
    const pid = Number.parseInt(text, 10);
    return silentMs > STALE_MS || (pid > 0 && !(await isRunning(pid))) ? text : null;
  } catch {
    return null;
  }
}

async function isRunning(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0); // asks only
  } catch (error) {
    return errnoOf(error) !== "ESRCH";
  }
  // Linux keeps the number of one that was killed until somebody asks how it ended (proc(5): the state follows the name).
  const status = await readFile(`/proc/${pid}/stat`, "latin1").catch(() => "");
  return !/^.*\) [ZX]/s.test(status);
}

/** A lock that somebody took away is no reason to end a fetch. */
async function touch(file: string): Promise<void> {
  const now = new Date();
  await utimes(file, now, now).catch(() => undefined);
}
