import pLimit from "p-limit";
import type { Outcome } from "../../core/problem.ts";
import { ok } from "../../core/result.ts";
import type { FolderEntry } from "../../core/stick/folder-entry.ts";
import type { ScanProgress, StickRequest } from "../../core/stick/stick-contents.ts";
import { isSystemName, KEYFERRY_FOLDER, limits, stickFiles, temporaryName } from "../../core/stick/stick-layout.ts";
import { type JudgedRequest, judgeRequest, unreadableRequest } from "../../core/stick/stick-state.ts";
import { ticketIdOfFolder } from "../../core/stick/ticket-id.ts";
import { findKeys, findMadeByHand, type MadeByHand } from "./by-hand.ts";
import { type Entry, type Listing, listFolder } from "./entries.ts";
import { keyferryPath, requestPath, shownPath } from "./paths.ts";
import { readRequest } from "./read-request.ts";
import type { Stick } from "./stick.ts";
import { withoutCopies } from "./without-copies.ts";

/** The contents of KEYFERRY/. All files have their paths below the stick. */
export interface KeyferryFolder {
  readonly judged: readonly JudgedRequest[];
  readonly saved: MadeByHand;
  readonly foreign: readonly string[];
}

const FOLDERS_AT_ONCE = 32;
const NOTHING: KeyferryFolder = { judged: [], saved: { urls: new Map(), keys: [] }, foreign: [] };

/**
 * Reads KEYFERRY/. Reads each request separately, so that a bad folder never hides the others. A missing KEYFERRY/ gives an
 * empty result; a file or link of that name is foreign. Fails if the folder cannot be read, because it may be full of
 * requests. Calls `onProgress` after each request.
 */
export async function readKeyferryFolder(
  stick: Stick,
  hosts?: readonly string[],
  onProgress?: (progress: ScanProgress) => void,
): Promise<Outcome<KeyferryFolder>> {
  const path = keyferryPath(stick);
  const listing = await listFolder(path, limits.entries, KEYFERRY_FOLDER);
  if (!listing.ok) {
    const { code } = listing.error;
    if (code === "file-missing") return ok(NOTHING);
    return code === "file-unsafe" ? ok({ ...NOTHING, foreign: [KEYFERRY_FOLDER] }) : listing;
  }
  const { entries, cutShort } = listing.value;
  const folders = entries.filter(({ type }) => type === "folder").map(({ name }) => name);
  const requests = folders.slice(0, limits.requests);
  const total = requests.length;
  const allowance = Math.floor(limits.scan / Math.max(total, 1)); // bytes, an equal share for each request
  let done = 0;
  const read = await pLimit(FOLDERS_AT_ONCE).map(requests, async (folder) => {
    const one = await readOne(stick, folder, allowance, hosts);
    done += 1;
    onProgress?.({ done, total });
    return one;
  });
  const saved = await findMadeByHand({ path, below: [KEYFERRY_FOLDER] }, entries, hosts);
  return ok({
    judged: withoutCopies(read.flatMap(({ judged }) => judged)),
    saved: { urls: saved.urls, keys: [...saved.keys, ...read.flatMap(({ keys }) => keys)] },
    foreign: [
      ...foreignBeside({ entries, cutShort: cutShort || folders.length > requests.length }, saved),
      ...read.flatMap(({ foreign }) => foreign),
    ],
  });
}

interface OneFolder {
  readonly judged: readonly JudgedRequest[];
  readonly keys: MadeByHand["keys"];
  readonly foreign: readonly string[];
}

async function readOne(stick: Stick, folder: string, allowance: number, hosts?: readonly string[]): Promise<OneFolder> {
  if (isSystemName(folder)) return { judged: [], keys: [], foreign: [] };
  const shown = shownPath(KEYFERRY_FOLDER, folder);
  const files = await readRequest(stick.root, folder, allowance);
  if (!files.ok) {
    if (ticketIdOfFolder(folder) === null) return { judged: [], keys: [], foreign: [shown] };
    return { judged: [{ request: unreadableRequest(folder, files.error), evidence: null }], keys: [], foreign: [] };
  }
  const judged = judgeRequest(folder, files.value.entries, hosts);
  if (judged === null) {
    // An interrupted save leaves an empty folder with a request's name. It is ours, so it is not listed as foreign.
    const isBare = ticketIdOfFolder(folder) !== null && files.value.foreign.length === 0;
    return { judged: [], keys: [], foreign: isBare ? [] : [shown] };
  }
  const keys = await keysByHand(stick, judged.request, files.value.entries);
  return { judged: [judged], keys, foreign: files.value.foreign };
}

/**
 * Finds keys that no record names. Without the app, a person saves the key from a browser into the request's folder, as
 * NEXT-STEP.txt says, in any state of the request. The technician can check and copy such a key instead of fetching again.
 */
async function keysByHand(
  stick: Stick,
  { folder, state, keyFile }: StickRequest,
  entries: readonly FolderEntry[],
): Promise<MadeByHand["keys"]> {
  if (state === "newer") return [];
  const place = { path: requestPath(stick, folder), below: [KEYFERRY_FOLDER, folder] };
  return await findKeys(
    place,
    entries.filter(({ name }) => name !== keyFile?.name),
  );
}

/** Returns the unexpected files in KEYFERRY/. Expected are NEXT-STEP.txt and files saved by hand. */
function foreignBeside({ entries, cutShort }: Listing, saved: MadeByHand): readonly string[] {
  const unexpected = ({ name, type }: Entry) =>
    type !== "folder" && !isSystemName(name) && !(type === "file" && isNextStep(name));
  const offered = new Set([...saved.urls.keys(), ...saved.keys.map(({ file }) => file)]);
  const names = entries.filter(unexpected).map(({ name }) => shownPath(KEYFERRY_FOLDER, name));
  const rest = cutShort ? [shownPath(KEYFERRY_FOLDER, "…")] : []; // more entries than the limit
  return [...names.filter((name) => !offered.has(name)), ...rest];
}

const isNextStep = (name: string): boolean =>
  name === stickFiles.nextStep || name === temporaryName(stickFiles.nextStep);
