// @ts-check
import { run } from "../run.mjs";

/** Set for the tests' processes: "yes" if the virtual machine runs on the real processor. */
export const KVM_VARIABLE = "KEYFERRY_KVM";

/** Real processors run the firmware about as fast as the emulation does. Nested ones were seen to need 13 times as long. */
const MUCH_SLOWER = 4;

/** QEMU's options for KVM. Without arch-capabilities, a nested KVM sets no register that its own host refuses. */
export const ON_KVM = ["-accel", "kvm", "-cpu", "host,arch-capabilities=off"];

/** With a newer processor than Nehalem the emulation is not exact enough for Chromium's graphics process. */
export const EMULATED = ["-accel", "tcg,thread=multi", "-cpu", "Nehalem"];

/**
 * Whether KVM exists and is usable. `/dev/kvm` alone does not prove it: a nested KVM may abort, or may be too slow to boot
 * a kernel within minutes. So the firmware is run once on KVM and once emulated.
 */
export async function isKvmUsable() {
  const limit = MUCH_SLOWER * Math.ceil(await firmwareMs(EMULATED, 60_000));
  return (await firmwareMs(ON_KVM, limit)) < limit;
}

/**
 * Runs the firmware until it finds no disk and reboots, which ends QEMU.
 * @param {readonly string[]} processor
 * @param {number} timeout ms
 * @returns {Promise<number>} ms; Infinity when it failed
 */
async function firmwareMs(processor, timeout) {
  const machine = ["-machine", "q35", "-nodefaults", "-no-user-config", "-display", "none", "-m", "64"];
  const start = performance.now();
  const args = [...machine, "-boot", "reboot-timeout=1", "-no-reboot", ...processor];
  const { code } = await run("qemu-system-x86_64", args, { timeout });
  return code === 0 ? performance.now() - start : Number.POSITIVE_INFINITY;
}
