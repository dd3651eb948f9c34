// @ts-check
import { open } from "node:fs/promises";

const CHUNK = 1024 * 1024;
const ZEROS = Buffer.alloc(CHUNK);

/**
 * Copies a file, from an offset to its end, to an offset of another file. Blocks of zeros become holes, because most of a
 * stick is empty.
 * @param {{ file: string, offset?: number }} from
 * @param {{ file: string, offset?: number }} to emptied first, unless an offset is given
 */
export async function sparseCopy({ file: from, offset: start = 0 }, { file: to, offset = 0 }) {
  const source = await open(from, "r");
  const target = await open(to, offset === 0 ? "w" : "r+");
  try {
    const length = (await source.stat()).size - start;
    const chunk = Buffer.alloc(CHUNK);
    for (let at = 0; at < length; at += CHUNK) {
      const { bytesRead } = await source.read(chunk, 0, CHUNK, start + at);
      const data = chunk.subarray(0, bytesRead);
      if (!data.equals(ZEROS.subarray(0, bytesRead))) await target.write(data, 0, bytesRead, offset + at);
    }
    // A hole at the end must count, too, and a larger file must not become shorter.
    const size = (await target.stat()).size;
    await target.truncate(Math.max(size, offset + length));
  } finally {
    await source.close();
    await target.close();
  }
}
