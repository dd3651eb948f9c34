// @ts-check
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { ROOT } from "./paths.mjs";
import { requireSandbox } from "./sandbox.mjs";
import { splitArguments } from "./split-arguments.mjs";

/**
 * @typedef {object} LaunchOptions
 * @property {boolean} [headless] without a display
 * @property {NodeJS.ProcessEnv} [env] added to this process's own
 * @property {import("node:child_process").StdioOptions} [stdio] inherited unless told otherwise
 * @property {string} [folder] the app's folder; this checkout unless told otherwise
 * @property {readonly string[]} [switches] more of Chromium's switches
 */

/**
 * Starts the app in Electron.
 * @param {import("./electron.mjs").Electron} electron
 * @param {readonly string[]} args the app's own
 * @param {LaunchOptions} [options]
 */
export function launch(
  { executable },
  args,
  { headless = false, env, stdio = "inherit", folder = ROOT, switches = [] } = {},
) {
  requireSandbox(executable);
  // An editor's terminal may have set it; Electron would then be a plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...own } = process.env;
  const all = [...chromiumSwitches(headless), ...switches, folder, "--", ...args];
  return spawn(executable, all, { env: { ...own, ...env }, stdio });
}

/**
 * The switches that the tools add and the product never contains.
 * @param {boolean} headless
 */
export function chromiumSwitches(headless) {
  const { KEYFERRY_ELECTRON_ARGS = "" } = process.env;
  return [
    // Chromium refuses to run a sandbox as root.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    // On a machine without a desktop Chromium complains of its bus and its graphics; the app's own words still pass.
    "--log-level=3",
    ...(headless ? ["--disable-gpu"] : []),
    // Looked at before any JavaScript runs, so it cannot be set there.
    ...(headless && process.platform === "linux" ? ["--ozone-platform=headless"] : []),
    ...splitArguments(KEYFERRY_ELECTRON_ARGS),
  ];
}

/**
 * Waits for the app's end, passing signals on meanwhile.
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<number>} its exit code; as in a shell 128 and the signal's number when one ended it
 */
export function exitCodeOf(child) {
  // A terminal's Ctrl+C reaches both processes: this one only has to wait. Elsewhere nobody else tells the app.
  process.on("SIGINT", () => process.stdin.isTTY || child.kill("SIGINT"));
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  process.on("SIGHUP", () => child.kill("SIGHUP"));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
