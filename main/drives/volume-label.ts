import { basename } from "node:path";
import { decodeText } from "../lib/decode-text.ts";

const LOST = "\uFFFD"; // drivelist replaces bytes that are not UTF-8 with it

/** Decodes text of udev and `lsblk --pairs`, which write other than plain text as "\x" and two hex digits. */
export const fromEscapes = (text: string): Uint8Array =>
  Buffer.concat(
    text
      .split(/(\\x[0-9a-f]{2})/i)
      .map((part, index) => (index % 2 === 0 ? Buffer.from(part) : Buffer.from(part.slice(2), "hex"))),
  );

/** Decodes a label that udev escaped. FAT stores bytes of the computer's code page: in Japan, Shift_JIS. */
export const unescapedLabel = (label: string): string | null => decodeText(fromEscapes(label));

/**
 * Returns the label of a mounted volume as it was entered. When the listing lost or escaped its bytes, uses udev's label
 * (`udevLabel`), and without that the mount point's name.
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

/** Replaces the labels of volumes, which the listing puts in a device's description, with readable ones. */
export const readableDescription = (description: string, labels: ReadonlyMap<string, string>): string =>
  [...labels]
    .reduce((text, [listed, readable]) => text.replaceAll(listed, () => readable), description)
    .replace(/\s*\([^()]*\uFFFD[^()]*\)/g, ""); // the label of a volume that is not mounted
