// @ts-check
import { ensureBuilt } from "./build.mjs";
import { ensureDebian } from "./debian.mjs";
import { announce, ensureElectron } from "./electron.mjs";
import { ensureNodeModules } from "./node-modules.mjs";

/**
 * Brings a fresh clone to where the app can be started. Costs some milliseconds, and says nothing, once that is done.
 * @param {{ debian?: readonly import("./debian.mjs").DebianSet[], quiet?: boolean }} [options] `debian`: what the system
 *   needs besides; `quiet`: do not even tell which Electron is used
 */
export async function setUp({ debian = [], quiet = false } = {}) {
  await ensureNodeModules();
  await ensureDebian(["runtime", ...debian]);
  const electron = await ensureElectron();
  await ensureBuilt();
  if (!quiet) announce(electron);
  return electron;
}
