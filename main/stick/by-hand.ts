import { join } from "node:path";
import { type ActivationUrl, parseActivationUrl } from "../../core/activation-url.ts";
import type { ByHandKey } from "../../core/stick-contents.ts";
import { isKeyName, limits, stickFiles, temporaryName } from "../../core/stick-layout.ts";
import { decodeText } from "./decode-text.ts";
import { type Entry, readFileSafely, sizeOfFile } from "./entries.ts";
import { mapSomeAtATime } from "./map-some-at-a-time.ts";
import { shownPath } from "./paths.ts";

/** A folder on the stick: `below` are the names that lead to it from the root. */
export interface Place {
  readonly path: string;
  readonly below: readonly string[];
}

/** What people saved by hand, by the file's path below the stick. */
export interface MadeByHand {
  readonly urls: ReadonlyMap<string, ActivationUrl>;
  readonly keys: readonly ByHandKey[];
}

const TEXTS_AT_MOST = 1_000; // of one folder: a stick full of notes must not hold the scan up
const FILES_AT_ONCE = 16;

/**
 * Finds what somebody saved with an editor or a browser: text files (.txt, .url, no extension; at most 64 KiB) that
 * hold one activation URL, and keys (at most 1 MiB). `entries` is the listing of the place.
 */
export async function findMadeByHand(
  place: Place,
  entries: readonly Entry[],
  hosts?: readonly string[],
): Promise<MadeByHand> {
  const files = entries.filter(({ name, kind }) => kind === "file" && !name.startsWith(".") && !isOurs(name));
  const texts = files.filter(({ name }) => isTextName(name)).slice(0, TEXTS_AT_MOST);
  const found = await mapSomeAtATime(texts, FILES_AT_ONCE, async ({ name }) => {
    const url = await readUrl(join(place.path, name), hosts);
    return url === null ? [] : [[shownPath(...place.below, name), url] as const];
  });
  return { urls: new Map(found.flat()), keys: await findKeys(place, files) };
}

/** The key files in a listing, with their sizes. */
export async function findKeys(
  place: Place,
  entries: readonly { readonly name: string; readonly kind: string }[],
): Promise<readonly ByHandKey[]> {
  const keys = entries.filter(({ name, kind }) => kind === "file" && isKeyName(name));
  const found = await mapSomeAtATime(keys, FILES_AT_ONCE, async ({ name }) => {
    const bytes = await sizeOfFile(join(place.path, name));
    return bytes === null || bytes > limits.key ? [] : [{ file: shownPath(...place.below, name), bytes }];
  });
  return found.flat();
}

async function readUrl(path: string, hosts?: readonly string[]): Promise<ActivationUrl | null> {
  const bytes = await readFileSafely(path, limits.text, path);
  const text = bytes.ok ? decodeText(bytes.value) : null;
  const url = text === null ? null : parseActivationUrl(text, hosts);
  return url?.ok ? url.value : null;
}

const isTextName = (name: string): boolean => /\.(txt|url)$/i.test(name) || !name.includes(".");

/** NEXT-STEP.txt, also half written. */
const isOurs = (name: string): boolean => name === stickFiles.nextStep || name === temporaryName(stickFiles.nextStep);
