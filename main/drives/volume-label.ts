import { basename } from "node:path";
import { decodeText } from "../lib/decode-text.ts";

const LOST = "\uFFFD"; // stands for bytes that drivelist did not take for UTF-8

/** Bytes as udev and `lsblk --pairs` write them: what is not plain text is "\x" and two hex digits. */
export const fromEscapes = (text: string): Uint8Array =>
  Buffer.concat(
    text
      .split(/(\\x[0-9a-f]{2})/i)
      .map((part, index) => (index % 2 === 0 ? Buffer.from(part) : Buffer.from(part.slice(2), "hex"))),
  );

/** A volume's label that udev escaped. FAT stores the bytes of the computer's own code page: in Japan, Shift_JIS. */
export const unescapedLabel = (label: string): string | null => decodeText(fromEscapes(label));

/**
 * The label of a mounted volume as people wrote it. Where the listing lost or escaped its bytes, udev's name of it is
 * asked for with `udevLabel`; where that cannot be read either, the mount point's name stands for it.
 */
export async function readableLabel(
  listed: string | null,
  path: string,
  udevLabel: () => Promise<string | null>,
): Promise<string | null> {
  if (listed?.includes(LOST)) return (await udevLabel()) ?? basename(path);
  if (listed !== null && /\\x[0-9a-f]{2}/i.test(listed)) return unescapedLabel(listed) ?? basename(path);
  return listed;
}

/** A device's description in which the listing put the labels of its volumes: they are read there, too. */
export const readableDescription = (description: string, labels: ReadonlyMap<string, string>): string =>
  [...labels]
    .reduce((text, [listed, readable]) => text.replaceAll(listed, () => readable), description)
    .replace(/\s*\([^()]*\uFFFD[^()]*\)/g, ""); // of a volume that is not mounted
