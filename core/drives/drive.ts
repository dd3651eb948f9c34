import * as v from "valibot";

/** An opaque name for a drive or a chosen folder: the renderer never holds a path that it could send back. */
export const DriveIdSchema = v.pipe(v.string(), v.regex(/^[a-z]-[0-9a-f]{12}$/), v.brand("DriveId"));
export type DriveId = v.InferOutput<typeof DriveIdSchema>;

/** Why a drive is not offered as a stick, or only with a word of care. Each has a sentence in every language. */
export type DriveReason =
  | "system" // the computer's own disk
  | "internal" // neither removable nor on USB
  | "no-medium" // a card reader without a card
  | "not-mounted" // there, but without a mount point
  | "unreadable" // mounted, but its size or its folder could not be read: locked, or damaged
  | "large" // usable, but larger than sticks are: is it the right one?
  | null;

/** One drive as listed: the shape that the command line prints. Sizes in bytes. `requests` counts folders of requests. */
export interface Drive {
  readonly id: DriveId;
  /** The mount point or letter, for show; null when there is none. */
  readonly path: string | null;
  readonly label: string | null;
  readonly description: string;
  readonly bus: string;
  readonly fileSystem: string | null;
  readonly sizeBytes: number | null;
  readonly freeBytes: number | null;
  readonly removable: boolean;
  readonly readOnly: boolean;
  readonly usable: boolean;
  /** System and internal disks: kept out of the technician's way. */
  readonly hidden: boolean;
  readonly reason: DriveReason;
  readonly requests: number;
}

/** Whether a drive is a stick that is plugged in, but not open: not mounted, or its file system does not answer. */
export const isClosed = ({ hidden, reason }: Drive): boolean =>
  !hidden && (reason === "not-mounted" || reason === "unreadable");
