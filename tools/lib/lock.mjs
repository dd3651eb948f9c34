// @ts-check
import { linkSync, mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { readIfThere } from "./files.mjs";

const HEARTBEAT_MS = 5_000;
const DEAD_AFTER_MS = 30_000;

/**
 * Does work that two processes must not do at once. The second one waits, and then finds the work done.
 * @template T
 * @param {string} file stands for the work; exists only while somebody is at it
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  while (!take(file)) await wait(100);
  const heartbeat = setInterval(() => touch(file), HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    rmSync(file, { force: true });
  }
}

/**
 * The folder may be deleted at any time: whoever is inside then finishes the work.
 * @param {string} file
 */
function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Nothing to keep alive.
  }
}

/** @param {string} file */
function take(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  const own = `${file}.${hostname()}.${process.pid}`;
  writeFileSync(own, `${hostname()} ${process.pid}`);
  try {
    // A link appears with its content or not at all; a file that is opened for writing is empty for a moment.
    linkSync(own, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    const holder = readIfThere(file);
    if (holder !== undefined && isAbandoned(file, holder)) breakLock(file, holder);
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/**
 * Two who wait may both find the lock abandoned: the slower one must not break the quicker one's new lock.
 * @param {string} file
 * @param {string} holder who abandoned it
 */
function breakLock(file, holder) {
  const aside = `${file}.${hostname()}.${process.pid}.broken`;
  try {
    renameSync(file, aside);
    if (readIfThere(aside) !== holder) linkSync(aside, file);
  } catch {
    // Somebody else was quicker; the next look will tell.
  }
  rmSync(aside, { force: true });
}

/**
 * A process id means something on its own computer (or in its own container) only; elsewhere the heartbeat decides.
 * @param {string} file
 * @param {string} holder
 */
function isAbandoned(file, holder) {
  const [host, id] = holder.split(" ");
  if (host === hostname()) return !isRunning(Number(id));
  const touched = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  return Date.now() - touched > DEAD_AFTER_MS;
}

/** @param {number} id */
function isRunning(id) {
  try {
    process.kill(id, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
  // Linux keeps the number of one that was killed until its parent asks for its end, which a container's first may never.
  return !/^.*\) [ZX]/s.test(readIfThere(`/proc/${id}/stat`) ?? "");
}
