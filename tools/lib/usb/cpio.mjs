// @ts-check

/** @typedef {{ name: string, content?: Buffer | string, executable?: boolean }} Entry a folder when it has no content */

const FOLDER = 0o040_755;
const FILE = 0o100_644;
const PROGRAM = 0o100_755;

/**
 * Packs files in the format that the kernel unpacks at its start ("newc", see the kernel's
 * Documentation/driver-api/early-userspace/buffer-format).
 * @param {readonly Entry[]} entries a folder before its contents
 */
export function cpio(entries) {
  return Buffer.concat([...entries, { name: "TRAILER!!!", content: "" }].map(pack));
}

/**
 * @param {Entry} entry
 * @param {number} index
 */
function pack({ name, content, executable = false }, index) {
  const mode = content === undefined ? FOLDER : executable ? PROGRAM : FILE;
  const data = Buffer.from(content ?? "");
  // inode, mode, owner, group, links, time, size, four device numbers, length of the name with its NUL, no checksum
  const fields = [index + 1, mode, 0, 0, 1, 0, data.length, 0, 0, 0, 0, Buffer.byteLength(name) + 1, 0];
  const header = `070701${fields.map((field) => field.toString(16).padStart(8, "0")).join("")}${name}\0`;
  return Buffer.concat([padded(Buffer.from(header)), padded(data)]);
}

/** @param {Buffer} part filled up to a multiple of four */
function padded(part) {
  return Buffer.concat([part, Buffer.alloc((4 - (part.length % 4)) % 4)]);
}
