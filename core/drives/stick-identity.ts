import type { TicketId } from "../stick/records.ts";
import type { StickContents } from "../stick/stick-contents.ts";

/** What tells one stick from another, as far as the system tells it. */
export interface StickIdentity {
  /** Of the device, as its maker gave it. Cheap sticks have none, or all the same. */
  readonly serial: string | null;
  /** Of its file system: a UUID, or FAT's and NTFS' serial number. A copy of a stick has the same, a formatted one another. */
  readonly volumeId: string | null;
  readonly label: string | null;
}

/** Whether both are the same stick; null when what is known of them does not say. */
export function sameStick(a: StickIdentity, b: StickIdentity): boolean | null {
  const serial = same(a.serial, b.serial);
  const volumeId = same(a.volumeId, b.volumeId);
  if (serial === false || volumeId === false) return false;
  if (serial === true || volumeId === true) return true;
  return same(a.label, b.label) === false ? false : null; // many sticks share a name, few change it
}

const same = (a: string | null, b: string | null): boolean | null => (a === null || b === null ? null : a === b);

/** A request that this computer wrote, and the stick that it went to. */
export interface WrittenRequest {
  readonly ticket: TicketId;
  readonly assetId: string | null;
  /** Of its URL; absent in what an earlier version wrote. */
  readonly urlSha256?: string | undefined;
  /** By this computer's clock, ISO 8601 with offset. */
  readonly writtenAt: string;
  readonly stick: StickIdentity;
}

/** How long a request that was written here is looked for (ms): no trip takes longer. */
const LATELY_MS = 60 * 24 * 60 * 60 * 1000;

/**
 * The newest of this computer's requests, when it went to another stick than the one in hand (`here`, null when that
 * cannot be told). Null when this stick holds any of them, or when it may be the same one. `now` in ms since 1970; both
 * times are of this computer's clock.
 */
export function anotherStick(
  { requests }: Pick<StickContents, "requests">,
  here: StickIdentity | null,
  written: readonly WrittenRequest[],
  now: number,
): WrittenRequest | null {
  const lately = written.filter(({ writtenAt }) => now - Date.parse(writtenAt) < LATELY_MS);
  const newest = lately.toSorted((a, b) => Date.parse(b.writtenAt) - Date.parse(a.writtenAt))[0];
  if (here === null || newest === undefined) return null;
  if (lately.some(({ ticket }) => requests.some(({ id }) => id === ticket))) return null;
  return sameStick(here, newest.stick) === false ? newest : null;
}
