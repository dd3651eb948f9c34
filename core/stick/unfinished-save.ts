import type { FolderEntry } from "./folder-entry.ts";
import { recordFiles } from "./records.ts";
import { finishedName, stickFiles } from "./stick-layout.ts";

const SAVED: ReadonlySet<string> = new Set([stickFiles.url, recordFiles.ticket]);

/**
 * Whether a request's folder holds only parts of step 1: saving the link was cut off, as the stick was unplugged or the
 * power failed. The record, which is written last, is missing or has 0 bytes. Nothing was fetched.
 */
export const isUnfinishedSave = (entries: readonly FolderEntry[]): boolean =>
  entries.length > 0 &&
  entries.every(({ name, type }) => type === "file" && SAVED.has(finishedName(name))) &&
  !entries.some(({ name, bytes }) => name === recordFiles.ticket && bytes > 0);
