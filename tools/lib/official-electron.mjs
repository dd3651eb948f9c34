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

// Where the last attempt failed, and when: so that without internet only one start a day pays for the attempt.
const FAILURE = path.join(USER_CACHE, "official-electron.json");

/**
 * The official binary, if it is installed.
 * @returns {{ executable: string, version: string } | undefined}
 */
export function findOfficial() {
  const version = readIfThere(path.join(PACKAGE, "dist", "version"))?.replace(/^v/, "");
  const executable = path.join(PACKAGE, "dist", readIfThere(path.join(PACKAGE, "path.txt")) ?? "");
  return version === wantedVersion() && existsSync(executable) ? { executable, version } : undefined;
}

/** Installs the official binary where it can be had. */
export async function installOfficial() {
  const url = downloadUrl();
  const proxy = findProxy();
  // That it failed one way says nothing of the other. The proxy itself is not written down: it may hold a password.
  const attempt = { url, proxied: proxy !== undefined };
  if (hasFailedLately(attempt)) return;
  await withLock(path.join(WORK, "electron.lock"), async () => {
    if (findOfficial() || hasFailedLately(attempt)) return;
    // The probe knows no proxy; the installer does.
    const failure =
      proxy === undefined ? ((await probe(url)) ?? (await install())) : await install(throughProxy(proxy));
    if (failure === undefined) return;
    say(`the official Electron cannot be had here: ${failure}`);
    mkdirSync(USER_CACHE, { recursive: true });
    writeFileSync(FAILURE, JSON.stringify({ ...attempt, at: Date.now(), failure }));
  });
}

/** The version that the app is made for. */
export function wantedVersion() {
  return String(JSON.parse(readIfThere(path.join(PACKAGE, "package.json")) ?? "{}").version);
}

/** What the package's own installer will download, mirrors included. */
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

/** What was only half written says nothing. */
function lastFailure() {
  try {
    return JSON.parse(readIfThere(FAILURE) ?? "{}");
  } catch {
    return {};
  }
}

/**
 * Asks for the file's head only, so that a machine without internet is not kept waiting.
 * @param {string} url
 * @returns {Promise<string | undefined>} why it cannot be had
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
 * What makes the package's own installer go through a proxy.
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
