// @ts-check
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { WORK } from "../paths.mjs";
import { bundleGuestJob } from "./guest-job.mjs";
import { makeInitrd } from "./initrd.mjs";
import { ensureKernel } from "./kernel.mjs";
import { startMachine } from "./machine.mjs";
import { createUsbPort } from "./usb-port.mjs";

/**
 * @typedef {object} GuestOptions
 * @property {Record<string, import("./stick.mjs").Stick>} [sticks] that the job may plug in, by the job's names for them
 * @property {Record<string, (argument: any) => unknown>} [answers] further functions that the job may call here, by name;
 *   untyped, because each job and its test agree on them
 * @property {Record<string, string>} [env] added to the job's environment
 * @property {number} [limitMs] since the machine's start
 */

const LAST_LINES = 40;

/**
 * Starts a virtual machine with a USB bus, runs a job in it and ends it.
 * @param {string} job a file of test/usb/guest/, by its name without ".ts"
 * @param {GuestOptions} [options]
 * @returns {Promise<any[]>} the job's reports, in order; untyped for the same reason. Rejects with the end of the
 *   console's log when the job failed or took too long.
 */
export async function runInGuest(job, options = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "keyferry-usb-"));
  try {
    return await runWith(folder, job, options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @param {string} job
 * @param {GuestOptions} options
 */
async function runWith(folder, job, { sticks = {}, answers = {}, env = {}, limitMs = 180_000 }) {
  const kernel = await ensureKernel();
  const command = [process.execPath, await bundleGuestJob(job)];
  const log = path.join(WORK, "usb", `${job}.log`);
  const initrd = path.join(folder, "initrd");
  writeFileSync(initrd, makeInitrd(kernel, { command, env: { ...environment(), ...env } }));
  const machine = await startMachine({ kernel: kernel.image, initrd, folder, log });
  const timer = setTimeout(machine.stop, limitMs);
  // The test runner has ended, so the machine must end, too.
  process.once("disconnect", machine.stop);
  try {
    const { reports, code } = await serve(machine, { ...usbAnswers(machine, sticks), ...answers });
    if (code === 0) return reports;
    const what = code === undefined ? `did not come to its end within ${limitMs} ms` : `failed (exit ${code})`;
    throw new Error(`${job} ${what}, see ${log}:\n${lastLines(log)}`);
  } finally {
    clearTimeout(timer);
    process.off("disconnect", machine.stop);
    await machine.stop();
  }
}

/**
 * Answers the job until the machine ends.
 * @param {import("./machine.mjs").Machine} machine
 * @param {Record<string, (argument: any) => unknown>} answers
 */
async function serve({ guest }, answers) {
  /** @type {unknown[]} */
  const reports = [];
  for await (const message of guest.messages) {
    if ("report" in message) reports.push(message.report);
    if ("ended" in message) return { reports, code: Number(message.ended) };
    // Does not wait: a stick may be pulled later, while the job continues.
    if ("ask" in message) void answer(message);
  }
  return { reports, code: undefined };

  /** @param {{ id: number, ask: string, with: unknown }} question */
  async function answer({ id, ask, with: argument }) {
    try {
      const known = answers[ask];
      if (known === undefined) throw new Error(`nobody here answers "${ask}"`);
      guest.send({ id, answer: await known(argument) });
    } catch (error) {
      guest.send({ id, error: error instanceof Error ? error.message : String(error) });
    }
  }
}

/**
 * @param {import("./machine.mjs").Machine} machine
 * @param {Record<string, import("./stick.mjs").Stick>} sticks
 * @returns {Record<string, (argument: any) => unknown>}
 */
function usbAnswers({ qmp }, sticks) {
  const port = createUsbPort(qmp);
  /** @param {string} name */
  const named = (name) => {
    const stick = sticks[name];
    if (stick === undefined) throw new Error(`there is no stick "${name}"`);
    return stick;
  };
  return {
    plug: ({ stick, ...options }) => port.plug(named(stick), options),
    unplug: ({ stick, ...options }) => port.unplug(named(stick), options),
  };
}

/** Returns the variables with which the job's programs find the software that is installed here. */
function environment() {
  const kept = ["XDG_CACHE_HOME", "KEYFERRY_ELECTRON"].flatMap((name) => {
    const value = process.env[name];
    return value ? [[name, value]] : [];
  });
  const { PATH = "" } = process.env;
  return { HOME: homedir(), PATH: `${PATH}:/usr/sbin:/sbin`, LANG: "C.UTF-8", ...Object.fromEntries(kept) };
}

/** @param {string} log */
function lastLines(log) {
  return readFileSync(log, "utf8").trimEnd().split("\n").slice(-LAST_LINES).join("\n");
}
