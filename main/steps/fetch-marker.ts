import { lstat, open } from "node:fs/promises";
import { join } from "node:path";
import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { recordFiles } from "../../core/stick/records.ts";
import { FETCH_MARKER, limits } from "../../core/stick/stick-layout.ts";
import { errnoOf } from "../lib/errno.ts";
import { syncFolder } from "../lib/sync-folder.ts";
import { checkFreeSpace } from "../stick/commit.ts";
import { checkOwnFolder } from "../stick/own-folder.ts";
import { requestPath } from "../stick/paths.ts";
import type { OpenRequest } from "../stick/read-stick.ts";
import { removeFile, writeFileSafely, writeThrough } from "../stick/safe-write.ts";
import type { Stick } from "../stick/stick.ts";
import { stickFault } from "../stick/stick-fault.ts";
import type { FetchJob } from "./fetch-context.ts";
import { asBytes } from "./record-head.ts";

// A request with a marker is read as "incomplete". The marker's name is the temporary name of the answer's record, which
// replaces it.
const MARKER_TEXT =
  "ALAS is being asked for this request. If this file stays, the fetch was cut off and may have counted.\r\n";

/** The marker's bytes, with the fetch's id in the journal: from it this computer knows later whether the request was sent. */
const markerBytes = (fetch: string | null): Uint8Array =>
  asBytes(fetch === null ? MARKER_TEXT : `${MARKER_TEXT}Fetch: ${fetch}\r\n`);

/** Whether a marker names this fetch of the journal. */
export const isNamedIn = (marker: Uint8Array, fetch: string): boolean =>
  new TextDecoder().decode(marker).includes(`Fetch: ${fetch}\r\n`);

/** Whether an earlier fetch of a request was interrupted and may have counted. Its marker stays until an answer replaces it. */
export const hasEarlierMarker = ({ request: { state, history } }: OpenRequest): boolean =>
  state === "incomplete" && !history?.neverSent;

/**
 * Writes the marker right before ALAS is contacted. Verifies that the same stick is there, has room for the largest answer
 * and can be written: a fetch may use up an activation, so the key must have a place. If the power fails during the fetch,
 * the marker stays and shows that the fetch may have counted. `fetches`: how many run at once, this one included.
 * `fetch`: its id in the journal; null when the marker also records an earlier fetch.
 */
export async function writeFetchMarker(
  stick: Stick,
  folder: string,
  fetches = 1,
  fetch: string | null = null,
): Promise<Outcome<void>> {
  const ready = await checkStickReady(stick, fetches);
  if (!ready.ok) return ready;
  const check = () => checkOwnFolder(stick, folder);
  return await writeFileSafely(requestPath(stick, folder), FETCH_MARKER, markerBytes(fetch), check);
}

/**
 * The same for a request without a fetch when it was read. `busy` when another program, such as one of another user of this
 * computer, has started the fetch since: both would contact ALAS. The marker is created under its final name, because only
 * one program can create it.
 */
export async function claimRequest(
  stick: Stick,
  folder: string,
  fetches: number,
  fetch: string | null = null,
): Promise<Outcome<void>> {
  const check = () => checkOwnFolder(stick, folder);
  const ready = await checkStickReady(stick, fetches);
  const own = ready.ok ? await check() : ready;
  if (!own.ok) return own;
  const path = requestPath(stick, folder);
  const marker = join(path, FETCH_MARKER);
  try {
    const created = await open(marker, "wx");
    try {
      await writeThrough(created, markerBytes(fetch), path, check);
      await syncFolder(path);
      const answered = await lstat(join(path, recordFiles.answer)).catch(() => null);
      if (answered === null) return ok(undefined);
    } catch (error) {
      await removeFile(marker, check).catch(() => undefined);
      throw error;
    }
    await removeFile(marker, check);
    return err({ code: "busy" });
  } catch (error) {
    return err(errnoOf(error) === "EEXIST" ? { code: "busy" } : stickFault(error, MARKER_TEXT.length, FETCH_MARKER));
  }
}

async function checkStickReady(stick: Stick, fetches: number): Promise<Outcome<void>> {
  const there = await stick.check();
  return there.ok ? await checkFreeSpace(stick, fetches * limits.key) : there;
}

/**
 * Removes the marker after a fetch without an answer. The marker of an earlier, interrupted fetch stays, and so does the
 * marker on a stick that was pulled meanwhile.
 */
export async function removeFetchMarker({
  stickMutex,
  stick,
  request,
}: Pick<FetchJob, "stickMutex" | "stick" | "request">): Promise<void> {
  if (hasEarlierMarker(request)) return;
  await stickMutex(async () => {
    if (!(await stick.check()).ok) return;
    const check = () => checkOwnFolder(stick, request.folder);
    await removeFile(join(requestPath(stick, request.folder), FETCH_MARKER), check).catch(() => undefined);
  });
}
