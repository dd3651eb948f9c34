import { rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { FolderEntry } from "../../core/stick/folder-entry.ts";
import { limits, stickFiles } from "../../core/stick/stick-layout.ts";
import { requestFolderName, ticketIdOfFolder } from "../../core/stick/ticket-id.ts";
import { isUnfinishedSave } from "../../core/stick/unfinished-save.ts";
import { syncFolder } from "../lib/sync-folder.ts";
import { checkOwnFolder } from "./own-folder.ts";
import { requestPath } from "./paths.ts";
import { readRequest } from "./read-request.ts";
import { removeFile } from "./safe-write.ts";
import type { Stick } from "./stick.ts";
import { whileHeld } from "./while-held.ts";

/** A link that is saved on the stick by now. */
export interface SavedLink {
  readonly url: string;
  readonly assetId: string | null;
}

/**
 * Removes those of the folders in which an earlier save of the same link was cut off. A folder stays when it holds another
 * link, anything of an answer, or any file that Keyferry did not write. A folder that cannot be removed stays, too.
 */
export async function removeUnfinished(stick: Stick, folders: readonly string[], link: SavedLink): Promise<void> {
  for (const folder of folders) await removeOne(stick, folder, link).catch(() => undefined);
}

async function removeOne(stick: Stick, folder: string, link: SavedLink): Promise<void> {
  const files = await readRequest(stick.root, folder, limits.text);
  if (!files.ok || files.value.foreign.length > 0) return;
  const { entries } = files.value;
  if (!isUnfinishedSave(entries) || !isOf(link, folder, entries)) return;
  const path = requestPath(stick, folder);
  const check = () => checkOwnFolder(stick, folder);
  for (const { name } of entries) await removeFile(join(path, name), check);
  await whileHeld(path, async () => {
    await rmdir(path);
    await syncFolder(dirname(path));
  });
}

/** The same link, whole; or less than a link, in a folder that is named for the same system. */
function isOf({ url, assetId }: SavedLink, folder: string, entries: readonly FolderEntry[]): boolean {
  const entry = entries.find(({ name }) => name === stickFiles.url);
  const text = entry === undefined ? "" : entry.text;
  const id = ticketIdOfFolder(folder);
  if (text === null || id === null) return false;
  return text.trimEnd() === url || (url.startsWith(text) && folder === requestFolderName(assetId, id));
}
