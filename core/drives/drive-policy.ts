import * as v from "valibot";
import { type Drive, type DriveId, DriveIdSchema, type DriveReason } from "./drive.ts";

/** Larger than sticks are: 256 GB, as makers count (bytes). */
export const LARGE_BYTES = 256_000_000_000;

/** What the system says about one mount point of one drive: drivelist's fields, and what its file system answered. */
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

/** One mount point. `volume` is null when its file system did not answer, in time or at all. */
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

// Where the running system lives, should it have been started from a removable drive.
const SYSTEM_MOUNTS = /^(\/|\/(boot|efi|usr|var|home)(\/efi)?|\[SWAP\])$/;

/** Whether one of a device's mount points is the running system's: then none of the device's is offered. */
export const holdsSystem = (mountPoints: readonly { readonly path: string }[]): boolean =>
  mountPoints.some(({ path }) => SYSTEM_MOUNTS.test(path));

/** A drive's opaque id: "d" for a listed drive, "f" for a chosen folder, and the start of a SHA-256 in lower-case hex. */
export const driveIdOf = (kind: "d" | "f", sha256: string): DriveId =>
  v.parse(DriveIdSchema, `${kind}-${sha256.slice(0, 12)}`);

/** Whether a drive is offered as a stick, and if not, why: the first reason that applies. */
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
    // A write-protected stick is usable: a kiosk may have sealed it, and the last step only reads.
    readOnly: raw.isReadOnly || (volume?.readOnly ?? false),
    usable: reason === null || reason === "large",
    hidden: reason === "system" || reason === "internal",
    reason,
    requests: volume?.requests ?? 0,
  };
}

function reasonOf(raw: RawDrive): DriveReason {
  if (raw.isSystem) return "system";
  // Many fast sticks call themselves fixed disks; USB tells them from the disk inside.
  if (!raw.isRemovable && raw.isUSB !== true && raw.isCard !== true) return "internal";
  // A swap device or an empty disk image calls itself removable and is nobody's stick.
  if (raw.mount === null && raw.isVirtual === true) return "internal";
  if (raw.mount === null) return (raw.size ?? 0) === 0 ? "no-medium" : "not-mounted";
  if (raw.mount.volume === null) return "unreadable";
  return raw.mount.volume.totalBytes > LARGE_BYTES ? "large" : null;
}

/** A folder that stands for a stick, by the technician's choice: nothing about it is judged but what it can do. */
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
