import type { TicketId } from "../stick/records.ts";
import type { StickContents } from "../stick/stick-contents.ts";

/** What distinguishes sticks, as far as the system reports it. */
export interface StickIdentity {
  /** The device's serial number. Cheap sticks have none, or all have the same. */
  readonly serial: string | null;
  /** The file system's UUID, or its FAT or NTFS serial number. A copied stick has the same, a reformatted one another. */
  readonly volumeId: string | null;
  readonly label: string | null;
}

/** Whether both are the same stick; null if the known properties do not decide it. */
export function sameStick(a: StickIdentity, b: StickIdentity): boolean | null {
  const serial = same(a.serial, b.serial);
  const volumeId = same(a.volumeId, b.volumeId);
  if (serial === false || volumeId === false) return false;
  if (serial === true || volumeId === true) return true;
  return same(a.label, b.label) === false ? false : null; // many sticks share a name, few change it
}

const same = (a: string | null, b: string | null): boolean | null => (a === null || b === null ? null : a === b);

/** A request that this computer wrote, and its stick. */
export interface WrittenRequest {
  readonly ticket: TicketId;
  readonly assetId: string | null;
  /** Absent in records of an earlier version. */
  readonly urlSha256?: string | undefined;
  /** By this computer's clock, ISO 8601 with offset. */
  readonly writtenAt: string;
  readonly stick: StickIdentity;
}

/** How long a written request is looked for (ms): no trip takes longer. */
const LATELY_MS = 60 * 24 * 60 * 60 * 1000;

/**
 * Returns the newest of this computer's requests if it is on another stick than the current one (`here`, null if unknown).
 * Null if the current stick holds any recent request or may be the same stick. `now`: ms since 1970; both times are of
 * this computer's clock.
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
