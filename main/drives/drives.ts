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

/** The drives, and the folders that are used as sticks. Other parts of the app refer to them by id only. */
export interface Drives {
  /** Lists now. `drives-unavailable` or `drives-hang` when the system does not answer and no folder was chosen. */
  list(): Promise<Outcome<readonly Drive[]>>;
  /** Returns the last listing; null before the first one. */
  latest(): Outcome<readonly Drive[]> | null;
  /** Returns the stick with an id of the last listing. A stick that was missing from one listing stays gone. */
  resolve(id: DriveId): Stick | undefined;
  /** Returns a drive of the last listing, usable or not, to mount it or to explain why it is not usable. */
  find(id: DriveId): FoundDrive | undefined;
  /** Adds a folder that is used as a stick. `stick-not-found` when it is no folder. */
  addFolder(path: string): Promise<Outcome<Drive>>;
  /** Runs work on a stick; `busy` while its device is being ejected. */
  withSharedUse<T>(id: DriveId, work: () => Promise<Outcome<T>>): Promise<Outcome<T>>;
  /** Waits for all work on the stick's device to end, listings included, and admits no new work meanwhile. */
  withExclusiveUse<T>(id: DriveId, work: () => Promise<Outcome<T>>): Promise<Outcome<T>>;
  /** Reports the drives or the problem, now and at each change. The app polls only while a watch runs. */
  watch(listener: DriveListener): DriveWatch;
}

/** A listed drive. `device` is the system's name of its device; null for a folder. */
export interface FoundDrive {
  readonly drive: Drive;
  readonly device: string | null;
}

/** Where the drives come from. Tests replace all of it. */
export interface DrivesOptions {
  readonly agent: Pick<DriveAgent, "list" | "onSignal">;
  readonly readTables?: () => Promise<string | null>;
  readonly probe?: Probe;
  readonly intervals?: PollIntervals;
}

/** A stick's time in the computer. A stick that was unplugged, however briefly, is not the stick that was chosen. */
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
  const folders = new Map<DriveId, string>(); // paths of the chosen folders
  let known: readonly ListedStick[] = []; // also valid while the system does not answer: each step checks its stick anyway
  let present: ReadonlyMap<DriveId, ConnectedStick> = new Map();
  let latest: Outcome<readonly Drive[]> | null = null;
  let listing: Promise<Outcome<readonly Drive[]>> | null = null;

  const storeListing = (found: readonly ListedStick[]): void => {
    known = found;
    present = connectedSticks(present, found);
  };
  const find = (id: DriveId): ListedStick | undefined => known.find(({ drive }) => drive.id === id);
  /** Returns the device that a path is on; the path itself when that device is not listed. */
  const deviceOfPath = (path: string): string => deviceAt(path, known) ?? path;
  const deviceOfDrive = (id: DriveId): string => {
    const folder = folders.get(id);
    return folder === undefined ? (find(id)?.device ?? id) : deviceOfPath(folder);
  };
  /** Returns the last result for a mount that answers late or is being ejected: an eject must not be disturbed. */
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
    return asked.length < folders.size ? await probeFolders() : asked; // a folder was added meanwhile
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
    const folder = await probeFolder([id, root]); // not a whole listing: that may hang on a device
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

/** Returns the sticks of a new listing, and closes the connection of each stick that is missing from it. */
function connectedSticks(
  before: ReadonlyMap<DriveId, ConnectedStick>,
  found: readonly ListedStick[],
): ReadonlyMap<DriveId, ConnectedStick> {
  const after = new Map<DriveId, ConnectedStick>();
  for (const { drive, stick } of found) {
    if (stick !== null) after.set(drive.id, { stick, connection: before.get(drive.id)?.connection ?? { open: true } });
  }
  for (const [id, { connection }] of before) if (!after.has(id)) connection.open = false;
  return after;
}

const whileConnected = ({ stick, connection }: ConnectedStick): Stick => ({
  root: stick.root,
  check: async () => (connection.open ? await stick.check() : err({ code: "stick-gone" })),
});

const folderId = (path: string): DriveId => driveIdOf("f", fingerprintOf(new TextEncoder().encode(path)).sha256);
