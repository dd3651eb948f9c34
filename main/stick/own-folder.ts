import { lstat, mkdir } from "node:fs/promises";
import { basename } from "node:path";
import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { KEYFERRY_FOLDER } from "../../core/stick/stick-layout.ts";
import { errnoOf } from "../lib/errno.ts";
import { syncFolder } from "../lib/sync-folder.ts";
import { keyferryPath, requestPath, shownPath } from "./paths.ts";
import type { Stick } from "./stick.ts";
import { stickFault } from "./stick-fault.ts";

/**
 * Checks that KEYFERRY/, and a request's folder in it, are folders of the stick itself: `stick-name-taken` for a link, a
 * junction or a file. Called right before ALAS is contacted, and before each write and removal.
 *
 * One race remains. Node offers no way to open a file below a folder that is held open (openat), so a folder can still be
 * swapped in the microseconds between this check and the system call after it. Then an empty file is created outside the
 * stick, or a file of one of our own names is renamed or removed there. Bytes are written only after a second check, which
 * comes when the file is open. Only a program that runs here with this user's rights can win this race, and such a
 * program can write to those places itself.
 */
export async function checkOwnFolder(stick: Stick, folder?: string): Promise<Outcome<void>> {
  const keyferry = await checkFolder(keyferryPath(stick), KEYFERRY_FOLDER);
  if (!keyferry.ok || folder === undefined) return keyferry;
  return await checkFolder(requestPath(stick, folder), shownPath(KEYFERRY_FOLDER, folder));
}

/** Creates KEYFERRY/, and a request's folder in it, if missing. Follows no link: see `checkOwnFolder`. */
export async function makeOwnFolder(stick: Stick, folder?: string): Promise<Outcome<void>> {
  const keyferry = await makeFolder(stick.root, keyferryPath(stick));
  const own = keyferry.ok ? await checkOwnFolder(stick) : keyferry;
  if (!own.ok || folder === undefined) return own;
  const made = await makeFolder(keyferryPath(stick), requestPath(stick, folder));
  return made.ok ? await checkOwnFolder(stick, folder) : made;
}

async function makeFolder(parent: string, path: string): Promise<Outcome<void>> {
  try {
    await mkdir(path);
    // On FAT a folder's cluster must be on the medium before its name. A stick that is pulled in between would have a
    // folder that cannot be opened. Linux writes the allocation table at the end of any sync.
    await syncFolder(path);
    await syncFolder(parent);
    return ok(undefined);
  } catch (error) {
    return errnoOf(error) === "EEXIST" ? ok(undefined) : err(stickFault(error, 0, basename(path)));
  }
}

async function checkFolder(path: string, shown: string): Promise<Outcome<void>> {
  try {
    // Node calls a junction of Windows a link, too.
    return (await lstat(path)).isDirectory() ? ok(undefined) : err({ code: "stick-name-taken", file: shown });
  } catch (error) {
    return err(stickFault(error));
  }
}
