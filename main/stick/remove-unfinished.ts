import { rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { FolderEntry } from "../../core/stick/folder-entry.ts";
import { KEYFERRY_FOLDER, limits, stickFiles } from "../../core/stick/stick-layout.ts";
import { requestFolderName, ticketIdOfFolder } from "../../core/stick/ticket-id.ts";
import { isUnfinishedSave } from "../../core/stick/unfinished-save.ts";
import { syncFolder } from "../lib/sync-folder.ts";
import { listFolder } from "./entries.ts";
import { checkOwnFolder } from "./own-folder.ts";
import { keyferryPath, requestPath } from "./paths.ts";
import { readRequest } from "./read-request.ts";
import { removeFile } from "./safe-write.ts";
import type { Stick } from "./stick.ts";
import { whileHeld } from "./while-held.ts";

/** The link that was just saved on the stick. */
export interface SavedLink {
  readonly url: string;
  readonly assetId: string | null;
}

/**
 * Removes those of `folders`, and of the folders named for the same system, that an interrupted save of the same link left
 * behind, also empty ones. A folder stays when it holds another link, any part of an answer, or any file that Keyferry did
 * not write. A folder that cannot be removed stays, too.
 */
export async function removeUnfinished(stick: Stick, folders: readonly string[], link: SavedLink): Promise<void> {
  const listing = await listFolder(keyferryPath(stick), limits.entries, KEYFERRY_FOLDER);
  const names = listing.ok ? listing.value.entries.map(({ name }) => name) : [];
  const ofSystem = names.filter((name) => isNamedFor(link.assetId, name));
  for (const folder of new Set([...folders, ...ofSystem])) await removeOne(stick, folder, link).catch(() => undefined);
}

function isNamedFor(assetId: string | null, folder: string): boolean {
  const id = ticketIdOfFolder(folder);
  return id !== null && folder === requestFolderName(assetId, id);
}

async function removeOne(stick: Stick, folder: string, link: SavedLink): Promise<void> {
  const files = await readRequest(stick.root, folder, limits.text);
  if (!files.ok || files.value.foreign.length > 0) return;
  const { entries } = files.value;
  if ((entries.length > 0 && !isUnfinishedSave(entries)) || !isOf(link, folder, entries)) return;
  const path = requestPath(stick, folder);
  const check = () => checkOwnFolder(stick, folder);
  for (const { name } of entries) await removeFile(join(path, name), check);
  await whileHeld(path, async () => {
    await rmdir(path);
    await syncFolder(dirname(path));
  });
}

/** Whether a folder holds the same link, or the beginning of it and has the name of the same system. */
function isOf({ url, assetId }: SavedLink, folder: string, entries: readonly FolderEntry[]): boolean {
  const entry = entries.find(({ name }) => name === stickFiles.url);
  const text = entry === undefined ? "" : entry.text;
  if (text === null) return false;
  return text.trimEnd() === url || (url.startsWith(text) && isNamedFor(assetId, folder));
}
