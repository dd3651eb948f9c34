// @ts-check
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readIfThere } from "./files.mjs";
import { withLock } from "./lock.mjs";
import { ROOT, USER_CACHE, WORK } from "./paths.mjs";
import { findProxy } from "./proxy.mjs";
import { runPackage } from "./run.mjs";
import { say } from "./script.mjs";

const PACKAGE = path.join(ROOT, "node_modules", "electron");
const GITHUB = "https://github.com/electron/electron/releases/download/";
const PROBE_MS = 3_000;
const INSTALL_MS = 5 * 60_000;
const REMEMBER_MS = 24 * 60 * 60_000;

// The URL and the time of the last failed attempt. Without internet, only one start a day waits for an attempt.
const FAILURE = path.join(USER_CACHE, "official-electron.json");

/**
 * Returns the official binary, if it is installed.
 * @returns {{ executable: string, version: string } | undefined}
 */
export function findOfficial() {
  const version = readIfThere(path.join(PACKAGE, "dist", "version"))?.replace(/^v/, "");
  const executable = path.join(PACKAGE, "dist", readIfThere(path.join(PACKAGE, "path.txt")) ?? "");
  return version === wantedVersion() && existsSync(executable) ? { executable, version } : undefined;
}

/** Installs the official binary if it can be downloaded. */
export async function installOfficial() {
  const url = downloadUrl();
  const proxy = findProxy();
  // An attempt without a proxy may fail where one with a proxy succeeds. The proxy's URL may contain a password: not stored.
  const attempt = { url, proxied: proxy !== undefined };
  if (hasFailedLately(attempt)) return;
  await withLock(path.join(WORK, "electron.lock"), async () => {
    if (findOfficial() || hasFailedLately(attempt)) return;
    // The probe cannot use a proxy; the installer can.
    const failure =
      proxy === undefined ? ((await probe(url)) ?? (await install())) : await install(throughProxy(proxy));
    if (failure === undefined) return;
    say(`the official Electron cannot be had here: ${failure}`);
    mkdirSync(USER_CACHE, { recursive: true });
    writeFileSync(FAILURE, JSON.stringify({ ...attempt, at: Date.now(), failure }));
  });
}

/** Returns the version of Electron that the app is made for. */
export function wantedVersion() {
  return String(JSON.parse(readIfThere(path.join(PACKAGE, "package.json")) ?? "{}").version);
}

/** Returns the URL that the package's own installer will download, also from a mirror. */
function downloadUrl() {
  const { npm_config_electron_mirror, NPM_CONFIG_ELECTRON_MIRROR, ELECTRON_MIRROR } = process.env;
  const mirror = npm_config_electron_mirror || NPM_CONFIG_ELECTRON_MIRROR || ELECTRON_MIRROR || GITHUB;
  const version = `v${wantedVersion()}`;
  return `${mirror}${version}/electron-${version}-${process.platform}-${process.arch}.zip`;
}

/** @param {{ url: string, proxied: boolean }} attempt */
function hasFailedLately({ url, proxied }) {
  const last = lastFailure();
  return last.url === url && last.proxied === proxied && Date.now() - last.at < REMEMBER_MS;
}

/** Reads the last failure. A half-written file counts as none. */
function lastFailure() {
  try {
    return JSON.parse(readIfThere(FAILURE) ?? "{}");
  } catch {
    return {};
  }
}

/**
 * Requests only the file's headers, so that a computer without internet does not wait long.
 * @param {string} url
 * @returns {Promise<string | undefined>} why it cannot be downloaded
 */
async function probe(url) {
  try {
    const { ok, status } = await fetch(url, { method: "HEAD", signal: AbortSignal.timeout(PROBE_MS) });
    return ok ? undefined : `${url}: HTTP ${status}`;
  } catch (error) {
    const { cause, message } = /** @type {Error} */ (error);
    return cause instanceof Error ? cause.message : message;
  }
}

/**
 * Returns the variables that make the package's own installer use a proxy.
 * @param {string} proxy
 */
function throughProxy(proxy) {
  return { ELECTRON_GET_USE_PROXY: "1", https_proxy: proxy };
}

/**
 * @param {NodeJS.ProcessEnv} [env] added to this process's own
 * @returns {Promise<string | undefined>} why it failed
 */
async function install(env = {}) {
  say(`installing the official Electron ${wantedVersion()}`);
  const { code } = await runPackage("electron", "install-electron", [], { env, show: true, timeout: INSTALL_MS });
  return code === 0 && findOfficial() ? undefined : `its installer failed (exit ${code})`;
}
