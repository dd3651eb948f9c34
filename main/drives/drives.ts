import { basename, resolve } from "node:path";
import type { Drive, DriveId } from "../../core/drives/drive.ts";
import { driveIdOf, folderDrive } from "../../core/drives/drive-policy.ts";
import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { fingerprintOf } from "../lib/sha256.ts";
import type { Stick } from "../stick/stick.ts";
import { createDeviceLock } from "./device-lock.ts";
import type { DriveAgent } from "./drive-agent.ts";
import { deviceAt, drivesOfDevices, type ListedStick, type ProbeMount } from "./list-drives.ts";
import { createProbe, NO_ANSWER, type Probe } from "./probe-mount.ts";
import { stickAtFolder } from "./stick-at-folder.ts";
import {
  type DriveListener,
  type DriveWatch,
  POLL_INTERVALS,
  type PollIntervals,
  readDeviceTables,
  watchDrives,
} from "./watch-drives.ts";

/** What is plugged in, and the folders that stand for sticks. Everything outside names them by id only. */
export interface Drives {
  /** Looks now. `drives-unavailable` or `drives-hang` when the system does not say and no folder was chosen. */
  list(): Promise<Outcome<readonly Drive[]>>;
  /** What the last look found; null before the first. */
  latest(): Outcome<readonly Drive[]> | null;
  /** The stick behind an id of the last listing. It is gone for good once a listing went without it. */
  resolve(id: DriveId): Stick | undefined;
  /** What the last listing said of an id, usable or not: for mounting it, and for saying what is wrong with it. */
  find(id: DriveId): FoundDrive | undefined;
  /** Takes a folder for a stick. `stick-not-found` when it is none. */
  addFolder(path: string): Promise<Outcome<Drive>>;
  /** Works with a stick; `busy` while anything on its device is being ejected. */
  withSharedUse<T>(id: DriveId, work: () => Promise<Outcome<T>>): Promise<Outcome<T>>;
  /** Waits until nobody works with anything on the stick's device, a look of ours included, and lets nobody begin. */
  withExclusiveUse<T>(id: DriveId, work: () => Promise<Outcome<T>>): Promise<Outcome<T>>;
  /** Tells the drives, now and at each change, or why they cannot be told. Nothing is polled while nobody watches. */
  watch(listener: DriveListener): DriveWatch;
}

/** A listed drive and the system's name of its device; null for a folder. */
export interface FoundDrive {
  readonly drive: Drive;
  readonly device: string | null;
}

/** Where the drives come from; all of it replaceable, for tests. */
export interface DrivesOptions {
  readonly agent: Pick<DriveAgent, "list" | "onSignal">;
  readonly readTables?: () => Promise<string | null>;
  readonly probe?: Probe;
  readonly intervals?: PollIntervals;
}

/** One plugging in, and whether it still lasts. A stick that was away, however short, is not the one that was chosen. */
interface Connection {
  open: boolean;
}

interface ConnectedStick {
  readonly stick: Stick;
  readonly connection: Connection;
}

export function createDrives(options: DrivesOptions): Drives {
  const { agent, readTables = readDeviceTables, probe = createProbe(), intervals = POLL_INTERVALS } = options;
  const inUse = createDeviceLock();
  const folders = new Map<DriveId, string>(); // the chosen ones' paths
  let known: readonly ListedStick[] = []; // while the system does not say, what it said last holds: each stick is checked anyway
  let present: ReadonlyMap<DriveId, ConnectedStick> = new Map();
  let latest: Outcome<readonly Drive[]> | null = null;
  let listing: Promise<Outcome<readonly Drive[]>> | null = null;

  const storeListing = (found: readonly ListedStick[]): void => {
    known = found;
    present = connectedSticks(present, found);
  };
  const find = (id: DriveId): ListedStick | undefined => known.find(({ drive }) => drive.id === id);
  /** What is ejected as one: a device; the path itself where it lies on none that is listed. */
  const deviceOfPath = (path: string): string => deviceAt(path, known) ?? path;
  const deviceOfDrive = (id: DriveId): string => {
    const folder = folders.get(id);
    return folder === undefined ? (find(id)?.device ?? id) : deviceOfPath(folder);
  };
  /** What is late, and what is being ejected and not to be asked, is what it was. */
  const probeOrLast: ProbeMount = async (id, path, device) => {
    const asked = await inUse.withSharedUse(device ?? deviceOfPath(path), async () => ok(await probe(path)));
    return (asked.ok ? asked.value : null) ?? find(id) ?? NO_ANSWER;
  };
  const probeFolder = async ([id, path]: readonly [DriveId, string]): Promise<ListedStick> => {
    const { volume, stick } = await probeOrLast(id, path, null);
    return { drive: folderDrive(id, path, basename(path), volume), volume, stick, device: null };
  };
  const probeFolders = async (): Promise<readonly ListedStick[]> => {
    const asked = await Promise.all([...folders].map(probeFolder));
    return asked.length < folders.size ? await probeFolders() : asked; // one was chosen meanwhile
  };
  const listNow = async (): Promise<Outcome<readonly Drive[]>> => {
    const reply = await agent.list();
    const devices = reply.ok
      ? await drivesOfDevices(reply.value, probeOrLast)
      : known.filter(({ device }) => device !== null);
    const chosen = await probeFolders();
    storeListing([...devices, ...chosen]);
    return reply.ok || chosen.length > 0 ? ok(known.map(({ drive }) => drive)) : reply;
  };
  const list = (): Promise<Outcome<readonly Drive[]>> => {
    listing ??= listNow()
      .then((found) => {
        latest = found;
        return found;
      })
      .finally(() => {
        listing = null;
      });
    return listing;
  };
  const addFolder = async (path: string): Promise<Outcome<Drive>> => {
    const stick = await stickAtFolder(path);
    if (!stick.ok) return stick;
    const { root } = stick.value;
    const id = folderId(root);
    folders.set(id, root);
    const folder = await probeFolder([id, root]); // not a whole listing: the system may be hanging over its devices
    storeListing([...known.filter(({ drive }) => drive.id !== id), folder]);
    return ok(folder.drive);
  };

  return {
    list,
    latest: () => latest,
    resolve: (id) => {
      const found = present.get(id);
      return found && whileConnected(found);
    },
    find,
    addFolder: (path) => inUse.withSharedUse(deviceOfPath(resolve(path)), () => addFolder(path)),
    withSharedUse: (id, work) => inUse.withSharedUse(deviceOfDrive(id), work),
    withExclusiveUse: (id, work) => inUse.withExclusiveUse(deviceOfDrive(id), work),
    watch: (listener) => watchDrives({ list, readTables, onSignal: agent.onSignal, listener, intervals }),
  };
}

/** The sticks of a new listing; whoever is not on it any more has ended its stay. */
function connectedSticks(
  before: ReadonlyMap<DriveId, ConnectedStick>,
  found: readonly ListedStick[],
): ReadonlyMap<DriveId, ConnectedStick> {
  const now = new Map<DriveId, ConnectedStick>();
  for (const { drive, stick } of found) {
    if (stick !== null) now.set(drive.id, { stick, connection: before.get(drive.id)?.connection ?? { open: true } });
  }
  for (const [id, { connection }] of before) if (!now.has(id)) connection.open = false;
  return now;
}

const whileConnected = ({ stick, connection }: ConnectedStick): Stick => ({
  root: stick.root,
  check: async () => (connection.open ? await stick.check() : err({ code: "stick-gone" })),
});

const folderId = (path: string): DriveId => driveIdOf("f", fingerprintOf(new TextEncoder().encode(path)).sha256);
