// @ts-check
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./paths.mjs";

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env] added to this process's own
 * @property {boolean} [show] writes the output to standard error instead of returning it
 * @property {number} [timeout] ms after which the command is ended
 */

/**
 * Runs a command in the checkout's folder and waits for it. Uses no shell, so that nothing needs quoting.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} output has both streams, in order
 */
export function run(command, args, { env, show = false, timeout } = {}) {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: show ? ["ignore", 2, 2] : ["ignore", "pipe", "pipe"],
    timeout,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: 127, output: `${command}: ${error.message}` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs a program of an npm package with this Node. Works on every system; the files in `.bin` differ on Windows.
 * @param {string} packageName
 * @param {string} program as named in the package's `bin`
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runPackage(packageName, program, args, options) {
  const folder = path.join(ROOT, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const file = typeof bin === "string" ? bin : bin[program];
  return run(process.execPath, [path.join(folder, file), ...args], options);
}
