import { constants } from "node:fs";
import { access, statfs } from "node:fs/promises";
import { join } from "node:path";
import type { RawVolume } from "../../core/drives/drive-policy.ts";
import { KEYFERRY_FOLDER, limits } from "../../core/stick/stick-layout.ts";
import { ticketIdOfFolder } from "../../core/stick/ticket-id.ts";
import { errnoOf } from "../lib/errno.ts";
import { listFolder } from "../stick/entries.ts";

// Linux's numbers for file systems (statfs(2), linux/magic.h). Other systems use other numbers, or none.
const FILE_SYSTEMS: ReadonlyMap<number, string> = new Map([
  [0x4d44, "vfat"],
  [0x2011bab0, "exfat"],
  [0x7366746e, "ntfs"],
  [0x5346544e, "ntfs"],
  [0x65735546, "fuse"],
  [0xef53, "ext4"],
  [0x58465342, "xfs"],
  [0x9123683e, "btrfs"],
  [0x01021994, "tmpfs"],
  [0x9660, "iso9660"],
  [0x15013346, "udf"],
]);

/** Returns size and state of a mounted file system; null on an error. May hang with the stick. */
export async function readVolume(path: string): Promise<RawVolume | null> {
  try {
    const { bsize, blocks, bavail, type } = await statfs(path);
    return {
      totalBytes: blocks * bsize,
      freeBytes: bavail * bsize,
      fileSystem: process.platform === "linux" ? (FILE_SYSTEMS.get(type) ?? null) : null,
      readOnly: await isReadOnly(path),
      requests: await countRequests(path),
    };
  } catch {
    return null; // with any error it is mounted but not usable
  }
}

/** Asks for the mount: it may be read-only although the device is not. */
async function isReadOnly(path: string): Promise<boolean> {
  try {
    await access(path, constants.W_OK);
    return false;
  } catch (error) {
    return errnoOf(error) === "EROFS";
  }
}

/** Counts by folder names only: listing drives must open no file. */
async function countRequests(path: string): Promise<number> {
  const listing = await listFolder(join(path, KEYFERRY_FOLDER), limits.entries, KEYFERRY_FOLDER);
  if (!listing.ok) return 0;
  return listing.value.entries.filter(({ name, type }) => type === "folder" && ticketIdOfFolder(name) !== null).length;
}
