import { lstat } from "node:fs/promises";
import { join } from "node:path";
import type { Outcome } from "../../core/problem.ts";
import { recordFiles } from "../../core/stick/records.ts";
import { FETCH_MARK, limits } from "../../core/stick/stick-layout.ts";
import { hasRoom } from "../stick/commit.ts";
import { requestPath } from "../stick/paths.ts";
import type { OpenRequest } from "../stick/read-stick.ts";
import { removeFile, writeFileSafely } from "../stick/safe-write.ts";
import type { Stick } from "../stick/stick.ts";
import type { Fetch } from "./fetch-one.ts";
import { asBytes } from "./record-head.ts";

// A reading calls a request with the mark "incomplete"; the answer's own record replaces it.
const WORDS =
  "ALAS is being asked for this request. If this file stays, the fetch was cut off and may have counted.\r\n";

/**
 * Whether somebody else began with a request since it was read, such as another user of this computer: ALAS would be asked
 * twice. What was already begun when it was read is the technician's decision.
 */
export async function isTaken(stick: Stick, { folder, request }: OpenRequest): Promise<boolean> {
  if (request.state !== "requested") return false;
  const begun = [FETCH_MARK, recordFiles.answer].map((name) => lstat(join(requestPath(stick, folder), name)));
  return (await Promise.allSettled(begun)).some(({ status }) => status === "fulfilled");
}

/**
 * Right before ALAS is asked: proves that the same stick is there, has room for the largest answer, and can be written,
 * since an activation must not be burnt for a key that has nowhere to go. If the power goes meanwhile, the mark stays and
 * tells the next person that this fetch may have counted. `fetches`: how many are under way at once, this one included.
 */
export async function setFetchMark(stick: Stick, folder: string, fetches = 1): Promise<Outcome<void>> {
  const there = await stick.check();
  if (!there.ok) return there;
  const room = await hasRoom(stick, fetches * limits.key);
  if (!room.ok) return room;
  return await writeFileSafely(requestPath(stick, folder), FETCH_MARK, asBytes(WORDS));
}

/**
 * Nothing came: the request is again what it was. The mark of an earlier fetch that was cut off stays, and so does that of
 * a stick that was pulled meanwhile.
 */
export async function undoMark({ alone, stick, request }: Pick<Fetch, "alone" | "stick" | "request">): Promise<void> {
  if (request.request.state === "incomplete") return;
  await alone(async () => {
    if (!(await stick.check()).ok) return;
    await removeFile(join(requestPath(stick, request.folder), FETCH_MARK)).catch(() => undefined);
  });
}
