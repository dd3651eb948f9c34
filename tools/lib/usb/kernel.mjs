// @ts-check
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { withLock } from "../lock.mjs";
import { USER_CACHE } from "../paths.mjs";
import { run } from "../run.mjs";
import { Stop, say } from "../script.mjs";

/**
 * @typedef {object} Kernel
 * @property {string} image the compressed kernel, for QEMU
 * @property {readonly string[]} modules files, in the order in which they have to be loaded
 */

// Modules that Debian's kernel does not have built in. Their dependencies are added.
const MODULES = [
  ["virtio_pci", "virtio_console", "9pnet_virtio", "9p", "overlay"], // to share the host's files and talk to it
  ["xhci_pci", "usb_storage", "uas", "sd_mod"], // a USB bus and sticks
  ["vfat", "nls_cp437", "nls_ascii", "nls_iso8859-1", "nls_utf8", "exfat", "ntfs3", "fuse"], // the file systems of sticks
].flat();

// The number is the version of the recipe. Raise it when the recipe keeps other files of the package.
const FOLDER = path.join(USER_CACHE, "linux-1");
const LOCK = `${FOLDER}.lock`;

/**
 * Returns Debian's kernel and the few modules that the guest needs: 12 MB of the package's 400. Downloads the package once,
 * and never installs it.
 * @returns {Promise<Kernel>}
 */
export async function ensureKernel() {
  if (!existsSync(FOLDER)) {
    await withLock(LOCK, async () => {
      if (!existsSync(FOLDER)) await makeKernel(`${FOLDER}.part`);
    });
  }
  const modules = path.join(FOLDER, "modules");
  return {
    image: path.join(FOLDER, "vmlinuz"),
    modules: readdirSync(modules)
      .sort()
      .map((name) => path.join(modules, name)),
  };
}

/** @param {string} folder temporary, renamed when the kernel is complete */
async function makeKernel(folder) {
  const name = await kernelPackage();
  say(`downloading ${name}, the kernel of the machine with a USB bus`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, "modules"), { recursive: true });
  await must("apt-get", ["download", name], folder);
  const archive = readdirSync(folder).find((file) => file.endsWith(".deb")) ?? "";
  const unpacked = path.join(folder, "unpacked");
  await must("dpkg", ["-x", archive, unpacked], folder);
  const release = name.replace("linux-image-", "");
  copyFileSync(path.join(unpacked, "boot", `vmlinuz-${release}`), path.join(folder, "vmlinuz"));
  const files = await inLoadingOrder(unpacked, release);
  for (const [index, file] of files.entries()) {
    const place = `${String(index).padStart(2, "0")}-${path.basename(file)}`;
    copyFileSync(file, path.join(folder, "modules", place));
  }
  rmSync(unpacked, { recursive: true });
  rmSync(path.join(folder, archive));
  renameSync(folder, FOLDER);
}

/** Returns the current kernel's package, for example linux-image-6.1.0-56-amd64. */
async function kernelPackage() {
  const { output } = await run("apt-cache", ["depends", "linux-image-amd64"], { env: { LC_ALL: "C" } });
  const name = /Depends: (linux-image-\d\S*)/.exec(output)?.[1];
  if (name === undefined) throw new Stop("apt knows no linux-image-amd64. Try `sudo apt-get update`.");
  return name;
}

/**
 * @param {string} unpacked
 * @param {string} release
 */
async function inLoadingOrder(unpacked, release) {
  await must("depmod", ["-b", unpacked, release], unpacked);
  /** @type {Set<string>} */
  const files = new Set();
  for (const module of MODULES) {
    // Prints no file for a module that is built in, or that this kernel lacks (ntfs3 before Debian 13).
    const { output } = await run("modprobe", ["-d", unpacked, "-S", release, "--show-depends", module]);
    for (const [, file = ""] of output.matchAll(/^insmod (\S+)/gm)) files.add(file);
  }
  return [...files];
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} cwd
 */
async function must(command, args, cwd) {
  const { code, output } = await run("env", ["-C", cwd, command, ...args]);
  if (code !== 0) throw new Stop(`${command} ${args[0]} failed (exit ${code})\n\n${output}`);
}
