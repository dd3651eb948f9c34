import { KEY_STEM_LIMIT } from "./records.ts";

/** Windows opens a device under these names, whatever follows the first dot. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const ACTIVATED = "_A"; // "av_<number>_A.key" [S]

/** No file system accepts a longer name (characters): the rest of a hostile server's name is ignored. */
const NAME_LIMIT = 255;

/**
 * Converts a proposed file name to one that is safe on any stick: no path, ASCII letters, digits, ".", "-" and "_" only,
 * no hidden file or device name, exactly one ".key" at its end, at most 64 characters with "_A.key" kept. Null
 * if no letter and no digit of the proposed name is left.
 */
export function stickFileName(proposed: string): string | null {
  const segment =
    proposed
      .replace(/\p{Cc}/gu, "")
      .split(/[/\\]/)
      .at(-1) ?? "";
  const plain = segment.slice(0, NAME_LIMIT).normalize("NFKC").trim();
  const stem = withoutEnds(plain.replace(/[^\w.-]/gu, "_"));
  if (!/[A-Za-z0-9]/.test(stem)) return null;
  return `${shortened(RESERVED.test(stem) ? `_${stem}` : stem)}.key`;
}

function shortened(stem: string): string {
  if (stem.length <= KEY_STEM_LIMIT) return stem;
  const ending = stem.endsWith(ACTIVATED) ? ACTIVATED : "";
  return withoutEnds(stem.slice(0, KEY_STEM_LIMIT - ending.length)) + ending;
}

// A leading dot hides a file, Windows drops trailing ones, and the one ".key" is added afterwards.
const withoutEnds = (name: string): string => name.replace(/(?:\.key|\.)+$/i, "").replace(/^\.+/, "");
