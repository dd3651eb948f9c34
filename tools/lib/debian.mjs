// @ts-check
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readIfThere } from "./files.mjs";
import { WORK } from "./paths.mjs";
import { run } from "./run.mjs";
import { Stop, say } from "./script.mjs";

/** The packages for each purpose, by their names in Debian 12. */
const SETS = {
  runtime: ["libgtk-3-0", "libnss3", "libasound2", "libgbm1", "libxss1", "libxtst6"],
  display: ["xvfb", "xauth", "fonts-noto-cjk"],
  certificates: ["libnss3-tools"],
  compiling: ["g++", "make", "python3", "libudev-dev"],
  exfat: ["exfatprogs", "exfat-fuse"],
  kills: ["strace"],
  // Real servers and proxies, and OpenSSL, which staples a revocation. The tests start them with their own settings.
  servers: ["nginx", "tinyproxy-bin", "openssl"],
  usb: [
    "qemu-system-x86",
    "busybox-static",
    "kmod",
    "udev",
    "dosfstools",
    "mtools",
    "exfatprogs",
    "ntfs-3g",
    "util-linux",
    "udisks2",
    "dbus",
    "polkitd",
  ],
};

/** @typedef {keyof typeof SETS} DebianSet */

const STATUS = "/var/lib/dpkg/status";
const NO_DPKG = "none";
const NOTHING_ASKED = { DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C" };

/**
 * Installs missing packages when run as root; else stops and prints the command that installs them. Does nothing on a
 * system that is not based on Debian.
 * @param {readonly DebianSet[]} sets
 */
export async function ensureDebian(sets) {
  const unproven = sets.filter((set) => readIfThere(stampOf(set)) !== stateOfDpkg());
  const missing = missingPackages(unproven);
  if (missing.length > 0) await install(missing);
  mkdirSync(WORK, { recursive: true });
  for (const set of unproven) writeFileSync(stampOf(set), stateOfDpkg());
}

/** @param {readonly string[]} missing */
async function install(missing) {
  if (process.getuid?.() !== 0) {
    const command = await installCommand(missing);
    throw new Stop(`packages of the system are missing. Install them, then start this again:\n\n  ${command}\n`);
  }
  say(`installing ${missing.join(" ")}`);
  await aptGet(["update"]);
  // Waits up to two minutes for another run of apt, such as the system's own updates.
  const options = ["-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120"];
  await aptGet(["install", ...options, ...(await asAptKnowsThem(missing))]);
}

/**
 * Returns the command that installs the missing packages; empty when none is missing.
 * @param {readonly DebianSet[]} sets
 */
export async function missingCommand(sets) {
  const missing = missingPackages(sets);
  return missing.length === 0 ? "" : installCommand(missing);
}

/** @param {readonly string[]} missing */
async function installCommand(missing) {
  return `sudo apt-get update && sudo apt-get install -y ${(await asAptKnowsThem(missing)).join(" ")}`;
}

/** @param {readonly string[]} names */
async function asAptKnowsThem(names) {
  const { output } = await run("apt-cache", ["policy", ...names.flatMap(spellings)], { env: NOTHING_ASKED });
  return names.map((name) => chooseSpelling(name, output));
}

/** @param {readonly string[]} args */
async function aptGet(args) {
  const { code } = await run("apt-get", args, { env: NOTHING_ASKED, show: true });
  if (code !== 0) throw new Stop(`apt-get ${args[0]} failed (exit ${code})`);
}

/** @param {readonly DebianSet[]} sets */
function missingPackages(sets) {
  const wanted = sets.flatMap((set) => SETS[set]);
  if (wanted.length === 0 || stateOfDpkg() === NO_DPKG) return [];
  const installed = installedPackages(readFileSync(STATUS, "utf8"));
  return wanted.filter((name) => !spellings(name).some((spelling) => installed.has(spelling)));
}

/** Changes when a package is installed or removed. Until then a set that was found complete is not checked again. */
function stateOfDpkg() {
  return String(statSync(STATUS, { throwIfNoEntry: false })?.mtimeMs ?? NO_DPKG);
}

/** @param {DebianSet} set */
function stampOf(set) {
  return path.join(WORK, `debian-${set}`);
}

/**
 * Reads dpkg's status file, which is faster than running dpkg.
 * @param {string} status the text of /var/lib/dpkg/status
 * @returns {Set<string>}
 */
export function installedPackages(status) {
  return new Set(
    [...status.matchAll(/^Package: (.+)\n(?:\w+: .*\n)*?Status: \S+ ok installed$/gm)].map((match) => match[1] ?? ""),
  );
}

/**
 * Debian 13 and Ubuntu 24.04 renamed libraries whose times grew to 64 bits.
 * @param {string} name
 */
function spellings(name) {
  return [name, `${name}t64`];
}

/**
 * Returns the name under which apt can install a package. apt may know an old name that no package has any more.
 * @param {string} name
 * @param {string} policy what `apt-cache policy` prints for all spellings
 */
export function chooseSpelling(name, policy) {
  const candidates = new Map(
    [...policy.matchAll(/^(\S+):\n {2}Installed: .*\n {2}Candidate: (.*)$/gm)].map((match) => [match[1], match[2]]),
  );
  return spellings(name).find((spelling) => (candidates.get(spelling) ?? "(none)") !== "(none)") ?? name;
}
