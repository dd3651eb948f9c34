import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, realpath, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Outcome } from "../../core/problem.ts";
import { err } from "../../core/result.ts";
import { errnoOf } from "../lib/errno.ts";
import { fingerprintOf } from "../lib/sha256.ts";
import { recordUnwritable } from "./journal.ts";

const HEARTBEAT_MS = 10_000;
/** A lock that was not touched for this long is abandoned, even if its process ID is in use again. */
const STALE_MS = 120_000;

/**
 * Allows one fetch per stick at a time on this computer. Without it the window and a command that read the same stick at the
 * same moment would both contact ALAS for the same request.
 */
export interface FetchLocks {
  /** Runs `fetch` for the stick at `root`. `busy` while another process does so, `record-unwritable` when the lock fails. */
  hold<T>(root: string, fetch: () => Promise<Outcome<T>>): Promise<Outcome<T>>;
}

/** Locks are files in `<home>`, each with its holder's process ID, so that the next process removes one left by a crash. */
export const openFetchLocks = (home: string): FetchLocks => ({
  hold: async (root, fetch) => {
    const { sha256 } = fingerprintOf(new TextEncoder().encode(await realPathOf(root)));
    const file = join(home, `fetching-${sha256.slice(0, 16)}.lock`);
    const content = `${process.pid} ${randomUUID()}`;
    try {
      await mkdir(home, { recursive: true });
      if (!(await acquire(file, content))) return err({ code: "busy" });
    } catch (error) {
      return err(recordUnwritable(file, error));
    }
    const heartbeat = setInterval(() => void touch(file), HEARTBEAT_MS);
    try {
      return await fetch();
    } finally {
      clearInterval(heartbeat);
      await release(file, content);
    }
  },
});

/** Resolves links, so that two paths to one stick share a lock. */
const realPathOf = (root: string): Promise<string> => realpath(root).catch(() => root);

async function acquire(file: string, content: string): Promise<boolean> {
  if (await create(file, content)) return true;
  const left = await abandonedText(file);
  if (left === null) return false;
  // A process that moved a newer lock than the one it read puts that lock back. Until then, a third process can create
  // its own. The fetch marker on the stick still lets only one of them contact ALAS for a request: see `claimRequest`.
  const aside = `${file}-${content.split(" ")[1]}`;
  await rename(file, aside).catch(() => undefined);
  const moved = await readFile(aside, "utf8").catch(() => left);
  if (moved !== left) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
  return await create(file, content);
}

/** After a sleep longer than `STALE_MS`, another process may hold the lock: that lock stays. */
async function release(file: string, content: string): Promise<void> {
  const held = await readFile(file, "utf8").catch(() => null);
  if (held === content) await rm(file, { force: true }).catch(() => undefined);
}

async function create(file: string, content: string): Promise<boolean> {
  try {
    await writeFile(file, content, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (errnoOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** Returns the text of an abandoned lock; null for a lock that is held, or was released just now. */
async function abandonedText(file: string): Promise<string | null> {
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
    process.kill(pid, 0); // signal 0 only checks
  } catch (error) {
    return errnoOf(error) !== "ESRCH";
  }
  // Linux keeps the ID of a killed process until its parent reads the exit status (proc(5): the state follows the name).
  const status = await readFile(`/proc/${pid}/stat`, "latin1").catch(() => "");
  return !/^.*\) [ZX]/s.test(status);
}

/** Ignores errors: a fetch continues even if its lock file was deleted. */
async function touch(file: string): Promise<void> {
  const now = new Date();
  await utimes(file, now, now).catch(() => undefined);
}
