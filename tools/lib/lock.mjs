// @ts-check
import { linkSync, mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { readIfThere } from "./files.mjs";

const HEARTBEAT_MS = 5_000;
const DEAD_AFTER_MS = 30_000;

/**
 * Runs work that two processes must not do at the same time. The second process waits, and then finds the work done.
 * @template T
 * @param {string} file the lock file of this work; exists only while a process holds it
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
 * Updates the lock's time. A user may delete the folder at any time; the process that held the lock still finishes its work.
 * @param {string} file
 */
function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // The lock file was deleted.
  }
}

/** @param {string} file */
function take(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  const own = `${file}.${hostname()}.${process.pid}`;
  writeFileSync(own, `${hostname()} ${process.pid}`);
  try {
    // A link appears together with its content. A file that is created and then written is empty for a moment.
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
 * Removes an abandoned lock. Two waiting processes may both find it abandoned, and the slower one must not break the new
 * lock of the faster one.
 * @param {string} file
 * @param {string} holder the text of the abandoned lock
 */
function breakLock(file, holder) {
  const aside = `${file}.${hostname()}.${process.pid}.broken`;
  try {
    renameSync(file, aside);
    if (readIfThere(aside) !== holder) linkSync(aside, file);
  } catch {
    // Another process was faster; the next try shows who holds the lock.
  }
  rmSync(aside, { force: true });
}

/**
 * Checks whether the holder still runs. Its process ID is valid only on its own computer or in its own container; for a lock
 * from elsewhere the heartbeat decides.
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
  // Linux keeps the ID of a killed process until its parent reads the exit status. In a container that may never happen.
  return !/^.*\) [ZX]/s.test(readIfThere(`/proc/${id}/stat`) ?? "");
}
