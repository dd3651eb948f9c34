// @ts-check

const BLOCK = 512;

/**
 * Reads one file from a tar stream and skips the rest of the archive. Holds at most one block in memory. Supports what npm
 * writes (POSIX ustar), not links or long-name extensions. Skips entries of other types.
 * @param {AsyncIterable<Buffer>} tar
 * @param {string} wanted the entry's whole path
 * @returns {AsyncGenerator<Buffer>}
 */
export async function* tarEntry(tar, wanted) {
  let header = Buffer.alloc(0);
  let [content, padding, found] = [0, 0, false];
  for await (let chunk of tar) {
    while (chunk.length > 0) {
      if (content > 0) {
        const piece = chunk.subarray(0, content);
        content -= piece.length;
        chunk = chunk.subarray(piece.length);
        if (found) yield piece;
      } else if (padding > 0) {
        if (found) return;
        const skipped = Math.min(padding, chunk.length);
        padding -= skipped;
        chunk = chunk.subarray(skipped);
      } else {
        if (found) return;
        const piece = chunk.subarray(0, BLOCK - header.length);
        header = Buffer.concat([header, piece]);
        chunk = chunk.subarray(piece.length);
        if (header.length < BLOCK) continue;
        const entry = readHeader(header);
        header = Buffer.alloc(0);
        content = entry.bytes;
        padding = (BLOCK - (content % BLOCK)) % BLOCK;
        found = entry.name === wanted && entry.isFile;
      }
    }
  }
  if (!found || content > 0) throw new Error(`the archive has no complete ${wanted}`);
}

/** @param {Buffer} header */
function readHeader(header) {
  /** @type {(start: number, end: number) => string} */
  const text = (start, end) => header.toString("latin1", start, end).split("\0", 1)[0] ?? "";
  const prefix = text(345, 500);
  return {
    name: prefix === "" ? text(0, 100) : `${prefix}/${text(0, 100)}`,
    bytes: Number.parseInt(text(124, 136).trim() || "0", 8),
    isFile: ["0", ""].includes(text(156, 157)),
  };
}
