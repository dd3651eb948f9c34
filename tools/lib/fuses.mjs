// @ts-check

// The characters in the binary. The package has them, too, but does not export them.
const STATES = new Map([
  [0x30, "off"],
  [0x31, "on"],
  [0x72, "removed"],
]);

// Fuses that Electron 43 added. The package's next version knows it, but needs a newer Node than the tools do.
const NEWER = new Map([[8, "WasmTrapHandlers"]]);

/**
 * Reads the fuses back from a packed app, because the packer may not have set them as configured.
 * @param {string} executable
 * @returns {Promise<[fuse: string, state: string][]>}
 */
export async function readFuses(executable) {
  const { FuseV1Options, getCurrentFuseWire } = await import("@electron/fuses");
  const wire = await getCurrentFuseWire(executable);
  const nameOf = (/** @type {number} */ index) => FuseV1Options[index] ?? NEWER.get(index) ?? `fuse ${index}`;
  return Object.entries(wire)
    .filter(([key]) => key !== "version")
    .map(([key, state]) => [nameOf(Number(key)), STATES.get(Number(state)) ?? "unknown"]);
}
