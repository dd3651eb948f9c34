import * as v from "valibot";

/** The opaque id of a drive or a chosen folder: the window never sends a path. */
export const DriveIdSchema = v.pipe(v.string(), v.regex(/^[a-z]-[0-9a-f]{12}$/), v.brand("DriveId"));
export type DriveId = v.InferOutput<typeof DriveIdSchema>;

/** Why a drive is not offered as a stick, or only with a warning. Each has a sentence in every language. */
export type DriveReason =
  | "system" // the computer's own disk
  | "internal" // neither removable nor on USB
  | "no-medium" // a card reader without a card
  | "not-mounted" // plugged in, but not mounted
  | "unreadable" // mounted, but its size or its folder could not be read: locked, or damaged
  | "large" // usable, but larger than usual sticks
  | null;

/** One listed drive, as the command line prints it. Sizes in bytes. `requests` counts folders of requests. */
export interface Drive {
  readonly id: DriveId;
  /** The mount point or letter, for display only; null if there is none. */
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
  /** A system or internal disk: not shown to the technician. */
  readonly hidden: boolean;
  readonly reason: DriveReason;
  readonly requests: number;
}

/** Whether a stick is plugged in, but not mounted or without a responding file system. */
export const isClosed = ({ hidden, reason }: Drive): boolean =>
  !hidden && (reason === "not-mounted" || reason === "unreadable");
