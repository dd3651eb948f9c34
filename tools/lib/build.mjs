// @ts-check
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readIfThere } from "./files.mjs";
import { withLock } from "./lock.mjs";
import { ROOT, WORK } from "./paths.mjs";
import { runPackage } from "./run.mjs";
import { Stop, say } from "./script.mjs";

const SOURCES = ["core", "main", "preload", "renderer", "package.json", "package-lock.json", "electron.vite.config.ts"];
const STAMP = path.join(ROOT, "out", ".stamp");

/** Builds the app into out/, unless out/ is up to date. */
export async function ensureBuilt() {
  if (isBuilt(fingerprint())) return;
  await withLock(path.join(WORK, "build.lock"), async () => {
    // Taken before the build, so that the next run builds changes that are saved meanwhile.
    const sources = fingerprint();
    if (!isBuilt(sources)) await build(sources);
  });
}

/** @param {string} sources */
async function build(sources) {
  say("building");
  rmSync(STAMP, { force: true });
  const { code, output } = await runPackage("electron-vite", "electron-vite", ["build"]);
  if (code !== 0) throw new Stop(`the build failed (exit ${code})\n\n${output}`);
  mkdirSync(path.dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, sources);
}

/** @param {string} sources */
function isBuilt(sources) {
  return readIfThere(STAMP) === sources && existsSync(path.join(ROOT, "out", "main", "index.js"));
}

/** Hashes the names, sizes and times of all sources. This takes milliseconds; hashing their contents takes far longer. */
function fingerprint() {
  const hash = createHash("sha256");
  for (const source of SOURCES) addTo(hash, source);
  return hash.digest("hex");
}

/**
 * @param {import("node:crypto").Hash} hash
 * @param {string} name relative to the checkout
 */
function addTo(hash, name) {
  const file = path.join(ROOT, name);
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats?.isDirectory()) {
    for (const child of readdirSync(file).sort()) addTo(hash, path.join(name, child));
  } else {
    hash.update(`${name} ${stats?.size} ${stats?.mtimeMs}\n`);
  }
}
