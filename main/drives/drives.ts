import { basename } from "node:path";
import type { Drive, DriveId } from "../../core/drive.ts";
import { driveIdOf, folderDrive } from "../../core/drive-policy.ts";
import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { fingerprintOf } from "../stick/fingerprint.ts";
import type { Stick } from "../stick/stick.ts";
import { type ListedStick, listSticks } from "./list-drives.ts";
import { type ListDevices, loadDrivelist } from "./load-drivelist.ts";
import { folderStick } from "./open-folder.ts";
import { createProbe } from "./probe.ts";
import { quickLook } from "./quick-look.ts";
import { watchDrives } from "./watch-drives.ts";

/** What is plugged in, and the folders that stand for sticks. Everything outside names them by id only. */
export interface Drives {
  /** Looks now. `drives-unavailable` when the system cannot say and no folder was chosen. */
  list(): Promise<Outcome<readonly Drive[]>>;
  /** The stick behind an id of the last listing. It is gone for good once a listing went without it. */
  resolve(id: DriveId): Stick | undefined;
  /** Takes a folder for a stick. `stick-not-found` when it is none. */
  addFolder(path: string): Promise<Outcome<Drive>>;
  /** Tells the drives, now and at each change, until stopped. Nothing is polled while nobody watches. */
  watch(listener: (drives: readonly Drive[]) => void): () => void;
}

/** Where the drives come from; all of it replaceable, for tests. */
export interface DrivesOptions {
  readonly load?: () => Promise<Outcome<ListDevices>>;
  readonly look?: () => Promise<string | null>;
  readonly intervalMs?: number;
}

/** One plugging in, and whether it still lasts. A stick that was away, however short, is not the one that was chosen. */
interface Stay {
  lasts: boolean;
}

interface Present {
  readonly stick: Stick;
  readonly stay: Stay;
}

export function createDrives(options: DrivesOptions = {}): Drives {
  const { load = loadDrivelist, look = quickLook, intervalMs = 1_000 } = options;
  const folders = new Map<DriveId, string>(); // the chosen ones' paths
  const listAll = createListing(load, folders);
  let present: ReadonlyMap<DriveId, Present> = new Map();
  let listing: Promise<Outcome<readonly Drive[]>> | null = null;

  const lookNow = async (): Promise<Outcome<readonly Drive[]>> => {
    const found = await listAll();
    present = update(present, found.ok ? found.value : []);
    return found.ok ? ok(found.value.map(({ drive }) => drive)) : found;
  };
  const list = (): Promise<Outcome<readonly Drive[]>> => {
    listing ??= lookNow().finally(() => {
      listing = null;
    });
    return listing;
  };

  return {
    list,
    resolve: (id) => {
      const found = present.get(id);
      return found && whileItStays(found);
    },
    addFolder: async (path) => {
      const stick = await folderStick(path);
      if (!stick.ok) return stick;
      const id = idOf(stick.value.root);
      folders.set(id, stick.value.root);
      await listing; // one that began before the folder was chosen does not have it
      const listed = await list();
      const drive = listed.ok ? listed.value.find((one) => one.id === id) : undefined;
      return drive ? ok(drive) : err({ code: "stick-not-found" });
    },
    watch: (tell) => {
      const listOrNothing = async () => {
        const listed = await list();
        return listed.ok ? listed.value : [];
      };
      return watchDrives({ list: listOrNothing, look, tell, intervalMs });
    },
  };
}

/** Lists devices and chosen folders together; fails only when there is no folder either. */
function createListing(load: () => Promise<Outcome<ListDevices>>, folders: ReadonlyMap<DriveId, string>) {
  const probe = createProbe();
  let loaded: Promise<Outcome<ListDevices>> | null = null;

  const listDevices = async () => {
    loaded ??= load();
    const list = await loaded;
    return list.ok ? await listSticks(list.value, probe) : list;
  };
  const askFolder = async ([id, path]: readonly [DriveId, string]): Promise<ListedStick> => {
    const { volume, stick } = await probe(path);
    return { drive: folderDrive(id, path, basename(path), volume), stick };
  };
  return async (): Promise<Outcome<readonly ListedStick[]>> => {
    const [devices, chosen] = await Promise.all([listDevices(), Promise.all([...folders].map(askFolder))]);
    if (!devices.ok && chosen.length === 0) return devices;
    return ok([...(devices.ok ? devices.value : []), ...chosen]);
  };
}

/** The sticks of a new listing; whoever is not on it any more has ended its stay. */
function update(before: ReadonlyMap<DriveId, Present>, found: readonly ListedStick[]): ReadonlyMap<DriveId, Present> {
  const now = new Map<DriveId, Present>();
  for (const { drive, stick } of found) {
    if (stick !== null) now.set(drive.id, { stick, stay: before.get(drive.id)?.stay ?? { lasts: true } });
  }
  for (const [id, { stay }] of before) if (!now.has(id)) stay.lasts = false;
  return now;
}

const whileItStays = ({ stick, stay }: Present): Stick => ({
  root: stick.root,
  check: async () => (stay.lasts ? await stick.check() : err({ code: "stick-gone" })),
});

const idOf = (path: string): DriveId => driveIdOf("f", fingerprintOf(new TextEncoder().encode(path)).sha256);
