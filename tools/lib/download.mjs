// @ts-check
import { createHash } from "node:crypto";
import { createReadStream, renameSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { sizeOf } from "./files.mjs";
import { Stop } from "./script.mjs";

const ATTEMPTS_WITHOUT_PROGRESS = 5;

/**
 * @typedef {object} Download
 * @property {string} url
 * @property {string} file its final path, used when it is complete and its hash is correct
 * @property {number} bytes its exact size
 * @property {string} integrity as npm writes it: "sha512-" and base 64
 * @property {(bytes: number) => void} [progress] called with the number of bytes received so far
 * @property {number} [pause] ms before the first new attempt, doubled at each further one
 * @property {number} [patience] ms without a byte after which a connection counts as broken
 */

/**
 * Downloads a large file into `<file>.part`. Resumes after a broken connection, also after one of an earlier run. Renames
 * the file to its final name only if its size and hash are correct.
 * @param {Download} wanted
 */
export async function download(wanted) {
  const part = `${wanted.file}.part`;
  if (sizeOf(part) > wanted.bytes) rmSync(part);
  const resumed = sizeOf(part) > 0;
  await untilComplete(wanted, part);
  if ((await integrityOf(part)) === wanted.integrity) return renameSync(part, wanted.file);
  rmSync(part);
  // The first part came from an earlier run, perhaps from another server, so the fault may be there. Downloads it all again.
  if (resumed) return download(wanted);
  throw new Stop(`${wanted.url} is not what it should be (its hash differs)`);
}

/**
 * @param {Download} wanted
 * @param {string} part
 */
async function untilComplete(wanted, part) {
  const { url, bytes, pause = 500 } = wanted;
  let failures = 0;
  while (sizeOf(part) !== bytes) {
    const before = sizeOf(part);
    try {
      await takeUp(wanted, part);
      if (sizeOf(part) < bytes) throw new Error("the connection ended early");
    } catch (error) {
      if (error instanceof Stop) throw error;
      failures = sizeOf(part) > before ? 1 : failures + 1;
      if (failures === ATTEMPTS_WITHOUT_PROGRESS) throw new Stop(`${url}: ${reason(error)}`);
      await wait(pause * 2 ** (failures - 1));
    }
  }
}

/**
 * Makes one connection: requests the missing bytes and appends them.
 * @param {Download} wanted
 * @param {string} part
 */
async function takeUp({ url, bytes, progress = () => {}, patience = 30_000 }, part) {
  const have = sizeOf(part);
  const broken = new AbortController();
  const timer = setTimeout(() => broken.abort(new Error("no answer")), patience);
  try {
    const headers = { "accept-encoding": "identity", ...(have > 0 ? { range: `bytes=${have}-` } : {}) };
    const response = await fetch(url, { headers, signal: broken.signal });
    const start = startOf(response, url, have);
    const file = await open(part, start === 0 ? "w" : "a");
    try {
      let there = start;
      for await (const chunk of response.body ?? []) {
        timer.refresh();
        there += chunk.length;
        if (there > bytes) throw new Stop(`${url} is longer than it should be`);
        await file.write(chunk);
        progress(there);
      }
    } finally {
      await file.close();
    }
  } finally {
    clearTimeout(timer);
    broken.abort();
  }
}

/**
 * Returns the position in the file where the answer begins. A server may ignore the range and send the whole file.
 * @param {Response} response
 * @param {string} url
 * @param {number} have bytes that are there already
 */
function startOf(response, url, have) {
  const { status } = response;
  if (status === 200) return 0;
  if (status === 206 && response.headers.get("content-range")?.startsWith(`bytes ${have}-`)) return have;
  const mayPass = status === 429 || status >= 500;
  throw mayPass ? new Error(`HTTP ${status}`) : new Stop(`${url}: HTTP ${status}`);
}

/**
 * Returns the reason of an error. The message of `fetch` is always "fetch failed"; the reason is in `cause`.
 * @param {unknown} error
 */
function reason(error) {
  const { cause, message } = /** @type {Error} */ (error);
  return cause instanceof Error ? cause.message : message;
}

/** @param {string} file */
async function integrityOf(file) {
  const hash = createHash("sha512");
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return `sha512-${hash.digest("base64")}`;
}
