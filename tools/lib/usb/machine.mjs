// @ts-check
import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import path from "node:path";
import { connectJsonLines } from "./json-lines.mjs";
import { EMULATED, KVM_VARIABLE, ON_KVM } from "./kvm.mjs";
import { connectQmp } from "./qmp.mjs";

/**
 * @typedef {object} Machine
 * @property {import("./qmp.mjs").Qmp} qmp
 * @property {import("./json-lines.mjs").JsonLines} guest the connection to the job; it ends with the machine
 * @property {() => Promise<void>} stop
 */

/**
 * @typedef {object} Parts
 * @property {string} kernel file
 * @property {string} initrd file
 * @property {string} folder for its sockets
 * @property {string} log file for the output of its console and of QEMU
 */

/**
 * Starts a virtual machine that sees the files of this one, read-only, and has a USB bus.
 * @param {Parts} parts
 * @returns {Promise<Machine>}
 */
export async function startMachine(parts) {
  const sockets = { qmp: path.join(parts.folder, "qmp"), guest: path.join(parts.folder, "guest") };
  const output = openSync(parts.log, "w");
  // QEMU ends with this process, even if this process is killed.
  const command = ["--pdeathsig", "KILL", "qemu-system-x86_64", ...optionsOf(parts, sockets)];
  const qemu = spawn("setpriv", command, { stdio: ["ignore", output, output] });
  closeSync(output);
  const ended = new Promise((resolve) => {
    qemu.on("error", resolve);
    qemu.on("exit", resolve);
  });
  const stop = async () => {
    qemu.kill("SIGKILL");
    await ended;
  };
  try {
    return { qmp: await connectQmp(sockets.qmp), guest: await connectJsonLines(sockets.guest), stop };
  } catch (error) {
    await stop();
    throw new Error(`the virtual machine does not start, see ${parts.log}`, { cause: error });
  }
}

/**
 * @param {Parts} parts
 * @param {{ qmp: string, guest: string }} sockets
 */
function optionsOf({ kernel, initrd }, sockets) {
  return [
    ["-machine", "q35", "-nodefaults", "-no-user-config", "-display", "none", "-no-reboot", "-smp", "2", "-m", "3G"],
    process.env[KVM_VARIABLE] === "yes" ? ON_KVM : EMULATED,
    ["-kernel", kernel, "-initrd", initrd, "-append", "console=ttyS0 quiet panic=-1", "-serial", "stdio"],
    // The host's files are on several file systems. Without remap, two files could have the same inode number.
    ["-virtfs", "local,path=/,mount_tag=host,security_model=none,readonly=on,multidevs=remap"],
    ["-device", "virtio-serial-pci", "-device", "virtserialport,chardev=guest,name=keyferry"],
    ["-chardev", `socket,id=guest,server=on,wait=off,path=${escaped(sockets.guest)}`],
    ["-qmp", `unix:${escaped(sockets.qmp)},server=on,wait=off`],
    ["-device", "virtio-rng-pci", "-device", "qemu-xhci,id=usb"],
  ].flat();
}

/** @param {string} file as part of one of QEMU's options */
function escaped(file) {
  return file.replaceAll(",", ",,");
}
