// @ts-check
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ensureDebian, missingCommand } from "./debian.mjs";
import { readIfThere } from "./files.mjs";
import { withLock } from "./lock.mjs";
import { ROOT, WORK } from "./paths.mjs";
import { run } from "./run.mjs";
import { Stop, say } from "./script.mjs";

const STAMP = path.join(ROOT, "node_modules", ".keyferry");

/** Installs exactly the packages of package-lock.json, unless they are installed already. */
export async function ensureNodeModules() {
  const wanted = fingerprint();
  if (readIfThere(STAMP) === wanted) return;
  await withLock(path.join(WORK, "node-modules.lock"), async () => {
    if (readIfThere(STAMP) === wanted) return;
    if (!agreesWithLock(path.join(ROOT, "node_modules", ".package-lock.json"))) await install();
    writeFileSync(STAMP, wanted);
  });
}

async function install() {
  say("installing the packages of package-lock.json (npm ci)");
  // npm compiles drivelist if it cannot download the binary. Without root no compiler is installed: it may not be needed.
  if (process.getuid?.() === 0) await ensureDebian(["compiling"]);
  const { code } = await npm(["ci"], { show: true, env: nodeHeaders() });
  if (code === 0) return;
  const command = await missingCommand(["compiling"]);
  throw new Stop(`npm ci failed (exit ${code}).${command ? ` It may need a compiler:\n\n  ${command}\n` : ""}`);
}

/**
 * Runs npm: the npm that started this script, else the one on the path.
 * @param {readonly string[]} args
 * @param {import("./run.mjs").RunOptions} [options]
 */
export function npm(args, options) {
  const { npm_execpath: own = "" } = process.env;
  if (path.basename(own) === "npm-cli.js") return run(process.execPath, [own, ...args], options);
  // Windows has npm as a command file, which only its shell can start.
  return process.platform === "win32" ? run("cmd", ["/c", "npm", ...args], options) : run("npm", args, options);
}

/** Returns the path of Node's headers if they are installed, so that compiling needs no download from nodejs.org. */
function nodeHeaders() {
  const prefix = path.dirname(path.dirname(process.execPath));
  const complete = existsSync(path.join(prefix, "include", "node", "node_api.h"));
  return complete ? { npm_package_config_node_gyp_nodedir: prefix } : {};
}

/** Hashes everything that determines the content of node_modules. */
function fingerprint() {
  const { dependencies, devDependencies, optionalDependencies, overrides, allowScripts } = JSON.parse(
    readFileSync(path.join(ROOT, "package.json"), "utf8"),
  );
  return createHash("sha256")
    .update(readFileSync(path.join(ROOT, "package-lock.json")))
    .update(JSON.stringify({ dependencies, devDependencies, optionalDependencies, overrides, allowScripts }))
    .update(`${process.platform} ${process.arch}`)
    .digest("hex");
}

/**
 * Whether a user's own `npm ci` or `npm install` has already installed everything, according to npm's record.
 * @param {string} record
 */
function agreesWithLock(record) {
  const installed = JSON.parse(readIfThere(record) ?? "{}").packages;
  if (installed === undefined) return false;
  const { packages } = JSON.parse(readFileSync(path.join(ROOT, "package-lock.json"), "utf8"));
  return Object.entries(packages).every(
    ([folder, wanted]) => folder === "" || wanted.optional || installed[folder]?.integrity === wanted.integrity,
  );
}
