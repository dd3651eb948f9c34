// @ts-check
import { setTimeout as wait } from "node:timers/promises";

/**
 * @typedef {object} PlugOptions
 * @property {boolean} [readOnly] the stick's switch is on "lock"
 * @property {number} [writesPerSecond] at most, as a slow stick does
 */

/**
 * @typedef {object} Plugged one stick, until another one is plugged in
 * @property {string} device
 * @property {string[]} nodes
 * @property {Promise<number>} [pulled] set when the stick was pulled, or will be
 */

const PAUSE_MS = 3; // at 200 writes a second, at most one happens in this time

/**
 * A USB port of a virtual machine, for any number of sticks.
 * @param {import("./qmp.mjs").Qmp} qmp
 */
export function createUsbPort(qmp) {
  /** @type {Map<string, Plugged>} by the stick's image */
  const plugged = new Map();
  let plugs = 0;

  /**
   * Plugs a stick in. Each write that reaches it is in its image at once.
   * @param {import("./stick.mjs").Stick} stick
   * @param {PlugOptions} [options]
   * @returns {Promise<string>} the path under which the guest will see its partition
   */
  async function plug({ image }, { readOnly = false, writesPerSecond } = {}) {
    plugs += 1;
    const [device, medium, brake] = [`usb${plugs}`, `medium${plugs}`, `brake${plugs}`];
    // Does not flush the host's disk: this process reads the image through the same cache that QEMU writes to.
    const file = { driver: "file", filename: image, cache: { direct: false, "no-flush": true } };
    await qmp.execute("blockdev-add", { "node-name": medium, driver: "raw", "read-only": readOnly, file });
    if (writesPerSecond !== undefined) {
      const limits = { "iops-write": writesPerSecond };
      await qmp.execute("object-add", { "qom-type": "throttle-group", id: `${brake}-group`, limits });
      const throttle = { driver: "throttle", "throttle-group": `${brake}-group`, "read-only": readOnly, file: medium };
      await qmp.execute("blockdev-add", { "node-name": brake, ...throttle });
    }
    const nodes = writesPerSecond === undefined ? [medium] : [brake, medium];
    const serial = `STICK${plugs}`;
    const drive = { bus: "usb.0", drive: nodes[0], removable: true, serial };
    await qmp.execute("device_add", { driver: "usb-storage", id: device, ...drive });
    plugged.set(image, { device, nodes });
    return `/dev/disk/by-id/usb-QEMU_QEMU_HARDDISK_${serial}-0:0-part1`;
  }

  /**
   * Pulls a stick without warning: data that the guest has not sent yet is lost. A second pull does nothing.
   * @param {import("./stick.mjs").Stick} stick
   * @param {{ afterWrites?: number }} [options] `afterWrites`: waits until this many writes have reached it
   * @returns {Promise<number>} how many writes had reached it
   */
  async function unplug({ image }, { afterWrites = 0 } = {}) {
    const found = plugged.get(image);
    if (found === undefined) throw new Error(`not plugged in: ${image}`);
    while (afterWrites > 0 && found.pulled === undefined && (await writesTo(found)) < afterWrites) await wait(PAUSE_MS);
    found.pulled ??= pull(found);
    return await found.pulled;
  }

  /** @param {Plugged} stick */
  async function pull({ device, nodes }) {
    const writes = await writesTo({ device });
    await Promise.all([qmp.event("DEVICE_DELETED", device), qmp.execute("device_del", { id: device })]);
    for (const node of nodes) await qmp.execute("blockdev-del", { "node-name": node });
    return writes;
  }

  /** @param {{ device: string }} stick */
  async function writesTo({ device }) {
    /** @type {{ qdev?: string, stats: { wr_operations: number } }[]} */
    const statistics = await qmp.execute("query-blockstats");
    const own = statistics.find(({ qdev }) => qdev?.split("/").includes(device));
    return own?.stats.wr_operations ?? 0;
  }

  return { plug, unplug };
}
