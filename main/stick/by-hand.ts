import { join } from "node:path";
import pLimit from "p-limit";
import { type ActivationUrl, namesHost, parseActivationUrl } from "../../core/link/activation-url.ts";
import type { ByHandKey } from "../../core/stick/stick-contents.ts";
import { isKeyName, limits, stickFiles, temporaryName } from "../../core/stick/stick-layout.ts";
import { decodeText } from "../lib/decode-text.ts";
import { type Entry, readFileSafely, sizeOfFile } from "./entries.ts";
import { shownPath } from "./paths.ts";

/** A folder on the stick: `below` are the names that lead to it from the root. */
export interface Place {
  readonly path: string;
  readonly below: readonly string[];
}

/** The files that people saved by hand. The map's key is the file's path below the stick. */
export interface MadeByHand {
  readonly urls: ReadonlyMap<string, ActivationUrl>;
  readonly keys: readonly ByHandKey[];
}

// Limits for one folder, so that many texts do not delay the scan: the number of texts that are read, and the number of
// characters that are searched for a URL. Only texts that name an allowed host are searched.
const TEXTS_AT_MOST = 1_000;
const SEARCHED_AT_MOST = 256 * 1024;
const FILES_AT_ONCE = 16;

/**
 * Finds the files that people saved with an editor or a browser: text files (.txt, .url, no extension; at most 64 KiB) that
 * hold one activation URL, and keys (at most 1 MiB). `entries` is the listing of the place.
 */
export async function findMadeByHand(
  place: Place,
  entries: readonly Entry[],
  hosts?: readonly string[],
): Promise<MadeByHand> {
  const files = entries.filter(({ name, type }) => type === "file" && !name.startsWith(".") && !isOurs(name));
  const names = files.map(({ name }) => name).filter(isTextName);
  const texts = await pLimit(FILES_AT_ONCE).map(names.slice(0, TEXTS_AT_MOST), async (name) => {
    const text = await readText(join(place.path, name));
    return text !== null && namesHost(text, hosts) ? [{ file: shownPath(...place.below, name), text }] : [];
  });
  return { urls: urlsIn(texts.flat(), hosts), keys: await findKeys(place, files) };
}

function urlsIn(
  texts: readonly { readonly file: string; readonly text: string }[],
  hosts?: readonly string[],
): ReadonlyMap<string, ActivationUrl> {
  const urls = new Map<string, ActivationUrl>();
  let searched = 0;
  for (const { file, text } of texts) {
    searched += text.length;
    if (searched > SEARCHED_AT_MOST) break;
    const url = parseActivationUrl(text, hosts);
    if (url.ok) urls.set(file, url.value);
  }
  return urls;
}

/** Returns the key files in a listing, with their sizes. */
export async function findKeys(
  place: Place,
  entries: readonly { readonly name: string; readonly type: string }[],
): Promise<readonly ByHandKey[]> {
  const keys = entries.filter(({ name, type }) => type === "file" && isKeyName(name));
  const found = await pLimit(FILES_AT_ONCE).map(keys, async ({ name }) => {
    const bytes = await sizeOfFile(join(place.path, name));
    return bytes === null || bytes > limits.key ? [] : [{ file: shownPath(...place.below, name), bytes }];
  });
  return found.flat();
}

async function readText(path: string): Promise<string | null> {
  const bytes = await readFileSafely(path, limits.text, path);
  return bytes.ok ? decodeText(bytes.value) : null;
}

const isTextName = (name: string): boolean => /\.(txt|url)$/i.test(name) || !name.includes(".");

/** Whether a file is NEXT-STEP.txt, also a half-written one. */
const isOurs = (name: string): boolean => name === stickFiles.nextStep || name === temporaryName(stickFiles.nextStep);
