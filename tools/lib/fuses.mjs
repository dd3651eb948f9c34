// @ts-check

// As they stand in the binary; the package knows these characters but does not export them.
const STATES = new Map([
  [0x30, "off"],
  [0x31, "on"],
  [0x72, "removed"],
]);

/**
 * Reads the fuses back from a packed app: what was ordered is not yet what is in it.
 * @param {string} executable
 * @returns {Promise<[fuse: string, state: string][]>}
 */
export async function readFuses(executable) {
  const { FuseV1Options, getCurrentFuseWire } = await import("@electron/fuses");
  const wire = await getCurrentFuseWire(executable);
  return Object.entries(wire)
    .filter(([key]) => key !== "version")
    .map(([key, state]) => [FuseV1Options[Number(key)] ?? `fuse ${key}`, STATES.get(Number(state)) ?? "unknown"]);
}
