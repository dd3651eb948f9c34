// @ts-check
import { ensureBuilt } from "./build.mjs";
import { ensureDebian } from "./debian.mjs";
import { announce, ensureElectron } from "./electron.mjs";
import { ensureNodeModules } from "./node-modules.mjs";

/**
 * Prepares a fresh clone so that the app can start. Later calls take some milliseconds and print nothing.
 * @param {{ debian?: readonly import("./debian.mjs").DebianSet[], quiet?: boolean }} [options] `debian`: packages that
 *   the system needs in addition; `quiet`: does not print which Electron is used
 */
export async function setUp({ debian = [], quiet = false } = {}) {
  await ensureNodeModules();
  await ensureDebian(["runtime", ...debian]);
  const electron = await ensureElectron();
  await ensureBuilt();
  if (!quiet) announce(electron);
  return electron;
}
