import { lstat, open } from "node:fs/promises";
import { join } from "node:path";
import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { recordFiles } from "../../core/stick/records.ts";
import { FETCH_MARKER, limits } from "../../core/stick/stick-layout.ts";
import { errnoOf } from "../lib/errno.ts";
import { syncFolder } from "../lib/sync-folder.ts";
import { hasRoom } from "../stick/commit.ts";
import { checkOwnFolder } from "../stick/own-folder.ts";
import { requestPath } from "../stick/paths.ts";
import type { OpenRequest } from "../stick/read-stick.ts";
import { removeFile, writeFileSafely, writeThrough } from "../stick/safe-write.ts";
import type { Stick } from "../stick/stick.ts";
import { stickFault } from "../stick/stick-fault.ts";
import type { FetchJob } from "./fetch-context.ts";
import { asBytes } from "./record-head.ts";

// A reading calls a request with the mark "incomplete"; the answer's own record replaces it.
const WORDS =
  "ALAS is being asked for this request. If this file stays, the fetch was cut off and may have counted.\r\n";

/** The mark's bytes. It names its fetch as this computer's record does: so that computer knows later whether it was sent. */
const markOf = (fetch: string | null): Uint8Array => asBytes(fetch === null ? WORDS : `${WORDS}Fetch: ${fetch}\r\n`);

/** Whether a mark names this fetch of the record. */
export const isNamedIn = (mark: Uint8Array, fetch: string): boolean =>
  new TextDecoder().decode(mark).includes(`Fetch: ${fetch}\r\n`);

/** Whether an earlier fetch of a request was cut off and may have counted: its mark stays until an answer replaces it. */
export const hasEarlierMarker = ({ request: { state, history } }: OpenRequest): boolean =>
  state === "incomplete" && !history?.neverSent;

/**
 * Right before ALAS is asked: proves that the same stick is there, has room for the largest answer, and can be written,
 * since an activation must not be burnt for a key that has nowhere to go. If the power goes meanwhile, the mark stays and
 * tells the next person that this fetch may have counted. `fetches`: how many are under way at once, this one included.
 * `fetch`: its id in this computer's record; null when the mark stands for an earlier fetch, too.
 */
export async function writeFetchMarker(
  stick: Stick,
  folder: string,
  fetches = 1,
  fetch: string | null = null,
): Promise<Outcome<void>> {
  const ready = await isReady(stick, fetches);
  if (!ready.ok) return ready;
  const check = () => checkOwnFolder(stick, folder);
  return await writeFileSafely(requestPath(stick, folder), FETCH_MARKER, markOf(fetch), check);
}

/**
 * The same for a request that nobody had begun with when it was read. `busy` when somebody has by now, such as another user
 * of this computer: both would ask ALAS. The name is made at once, without one to try first: only one can make it.
 */
export async function claimRequest(
  stick: Stick,
  folder: string,
  fetches: number,
  fetch: string | null = null,
): Promise<Outcome<void>> {
  const check = () => checkOwnFolder(stick, folder);
  const ready = await isReady(stick, fetches);
  const own = ready.ok ? await check() : ready;
  if (!own.ok) return own;
  const path = requestPath(stick, folder);
  const mark = join(path, FETCH_MARKER);
  try {
    const created = await open(mark, "wx");
    try {
      await writeThrough(created, markOf(fetch), path, check);
      await syncFolder(path);
      const answered = await lstat(join(path, recordFiles.answer)).catch(() => null);
      if (answered === null) return ok(undefined);
    } catch (error) {
      await removeFile(mark, check).catch(() => undefined);
      throw error;
    }
    await removeFile(mark, check);
    return err({ code: "busy" });
  } catch (error) {
    return err(errnoOf(error) === "EEXIST" ? { code: "busy" } : stickFault(error, WORDS.length, FETCH_MARKER));
  }
}

async function isReady(stick: Stick, fetches: number): Promise<Outcome<void>> {
  const there = await stick.check();
  return there.ok ? await hasRoom(stick, fetches * limits.key) : there;
}

/**
 * Nothing came: the request is again what it was. The mark of an earlier fetch that was cut off stays, and so does that of
 * a stick that was pulled meanwhile.
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
