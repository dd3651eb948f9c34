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
 * @property {import("node:child_process").StdioOptions} [stdio] inherited by default
 * @property {string} [folder] the app's folder; by default this checkout
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
  // An editor's terminal may have set this variable, and Electron would run as plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...own } = process.env;
  const all = [...chromiumSwitches(headless), ...switches, folder, "--", ...args];
  return spawn(executable, all, { env: { ...own, ...env }, stdio });
}

/**
 * Returns the Chromium switches that only the tools use, never the product.
 * @param {boolean} headless
 */
export function chromiumSwitches(headless) {
  const { KEYFERRY_ELECTRON_ARGS = "" } = process.env;
  return [
    // Chromium refuses to run a sandbox as root.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    // Without a desktop, Chromium logs errors about D-Bus and graphics. The app's own output is still shown.
    "--log-level=3",
    ...(headless ? ["--disable-gpu"] : []),
    // Chromium reads this switch before any JavaScript runs, so the app cannot set it.
    ...(headless && process.platform === "linux" ? ["--ozone-platform=headless"] : []),
    ...splitArguments(KEYFERRY_ELECTRON_ARGS),
  ];
}

/**
 * Waits for the app's end, and forwards signals to it.
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<number>} its exit code; after a signal 128 plus the signal's number, as in a shell
 */
export function exitCodeOf(child) {
  // Ctrl+C in a terminal reaches both processes, so this one only waits. Without a terminal it must forward the signal.
  process.on("SIGINT", () => process.stdin.isTTY || child.kill("SIGINT"));
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  process.on("SIGHUP", () => child.kill("SIGHUP"));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
