import * as v from "valibot";
import { type Drive, type DriveId, DriveIdSchema, type DriveReason } from "./drive.ts";

/** Drives above 256 GB (decimal, in bytes) are larger than usual sticks. */
export const LARGE_BYTES = 256_000_000_000;

/** One mount point of one drive, as the system describes it: drivelist's fields and the file system's data. */
export interface RawDrive {
  readonly id: DriveId;
  readonly description: string;
  readonly busType: string;
  /** Of the device, in bytes; null or 0 for a reader without a card. */
  readonly size: number | null;
  readonly isSystem: boolean;
  readonly isRemovable: boolean;
  readonly isUSB: boolean | null;
  readonly isCard: boolean | null;
  readonly isReadOnly: boolean;
  readonly isVirtual: boolean | null;
  readonly mount: RawMount | null;
}

/** One mount point. `volume` is null if its file system did not respond in time. */
interface RawMount {
  readonly path: string;
  readonly label: string | null;
  readonly volume: RawVolume | null;
}

/** Sizes in bytes. `requests` counts the folders of requests. */
export interface RawVolume {
  readonly totalBytes: number;
  readonly freeBytes: number;
  readonly fileSystem: string | null;
  readonly readOnly: boolean;
  readonly requests: number;
}

// The mount points of the running system, which may have started from a removable drive.
const SYSTEM_MOUNTS = /^(\/|\/(boot|efi|usr|var|home)(\/efi)?|\[SWAP\])$/;

/** Whether a device holds the running system: then none of its mount points is offered. */
export const holdsSystem = (mountPoints: readonly { readonly path: string }[]): boolean =>
  mountPoints.some(({ path }) => SYSTEM_MOUNTS.test(path));

/** Returns a drive's opaque id: "d" for a listed drive, "f" for a chosen folder, and the start of a SHA-256 in lower-case hex. */
export const driveIdOf = (kind: "d" | "f", sha256: string): DriveId =>
  v.parse(DriveIdSchema, `${kind}-${sha256.slice(0, 12)}`);

/** Decides whether a drive is offered as a stick, and if not, why: the first reason that applies. */
export function judgeDrive(raw: RawDrive): Drive {
  const reason = reasonOf(raw);
  const { mount } = raw;
  const volume = mount?.volume ?? null;
  return {
    id: raw.id,
    path: mount?.path ?? null,
    label: mount?.label ?? null,
    description: raw.description,
    bus: raw.busType,
    fileSystem: volume?.fileSystem ?? null,
    sizeBytes: volume?.totalBytes ?? raw.size,
    freeBytes: volume?.freeBytes ?? null,
    removable: raw.isRemovable,
    // A write-protected stick is usable: a scanning kiosk may have sealed it, and step 3 only reads.
    readOnly: raw.isReadOnly || (volume?.readOnly ?? false),
    usable: reason === null || reason === "large",
    hidden: reason === "system" || reason === "internal",
    reason,
    requests: volume?.requests ?? 0,
  };
}

function reasonOf(raw: RawDrive): DriveReason {
  if (raw.isSystem) return "system";
  // Many fast sticks report as fixed disks; USB distinguishes them from the internal disk.
  if (!raw.isRemovable && raw.isUSB !== true && raw.isCard !== true) return "internal";
  // A swap device or an empty disk image reports as removable, but is no stick.
  if (raw.mount === null && raw.isVirtual === true) return "internal";
  if (raw.mount === null) return (raw.size ?? 0) === 0 ? "no-medium" : "not-mounted";
  if (raw.mount.volume === null) return "unreadable";
  return raw.mount.volume.totalBytes > LARGE_BYTES ? "large" : null;
}

/** Describes a folder that the technician chose in place of a stick. Only whether it can be read and written matters. */
export function folderDrive(id: DriveId, path: string, name: string, volume: RawVolume | null): Drive {
  return {
    id,
    path,
    label: null,
    description: name,
    bus: "folder",
    fileSystem: volume?.fileSystem ?? null,
    sizeBytes: volume?.totalBytes ?? null,
    freeBytes: volume?.freeBytes ?? null,
    removable: false,
    readOnly: volume?.readOnly ?? false,
    usable: volume !== null,
    hidden: false,
    reason: volume === null ? "unreadable" : null,
    requests: volume?.requests ?? 0,
  };
}
