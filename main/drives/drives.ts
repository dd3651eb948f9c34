import { basename, resolve } from "node:path";
import type { Drive, DriveId } from "../../core/drives/drive.ts";
import { driveIdOf, folderDrive } from "../../core/drives/drive-policy.ts";
import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { fingerprintOf } from "../lib/sha256.ts";
import type { Stick } from "../stick/stick.ts";
import { createDeviceLock } from "./device-lock.ts";
import type { DriveAgent } from "./drive-agent.ts";
import { type AskMount, deviceAt, type ListedStick, sticksOfAll } from "./list-drives.ts";
import { folderStick } from "./open-folder.ts";
import { createProbe, NOTHING_KNOWN, type Probe } from "./probe.ts";
import {
  type DriveListener,
  POLL_INTERVALS,
  type PollIntervals,
  readDeviceTables,
  type Watch,
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
  use<T>(id: DriveId, work: () => Promise<Outcome<T>>): Promise<Outcome<T>>;
  /** Waits until nobody works with anything on the stick's device, a look of ours included, and lets nobody begin. */
  withExclusiveUse<T>(id: DriveId, work: () => Promise<Outcome<T>>): Promise<Outcome<T>>;
  /** Tells the drives, now and at each change, or why they cannot be told. Nothing is polled while nobody watches. */
  watch(listener: DriveListener): Watch;
}

/** A listed drive and the system's name of its device; null for a folder. */
export interface FoundDrive {
  readonly drive: Drive;
  readonly device: string | null;
}

/** Where the drives come from; all of it replaceable, for tests. */
export interface DrivesOptions {
  readonly agent: Pick<DriveAgent, "list" | "onSignal">;
  readonly look?: () => Promise<string | null>;
  readonly probe?: Probe;
  readonly paces?: PollIntervals;
}

/** One plugging in, and whether it still lasts. A stick that was away, however short, is not the one that was chosen. */
interface Stay {
  lasts: boolean;
}

interface Present {
  readonly stick: Stick;
  readonly stay: Stay;
}

export function createDrives(options: DrivesOptions): Drives {
  const { agent, look = readDeviceTables, probe = createProbe(), paces = POLL_INTERVALS } = options;
  const inUse = createDeviceLock();
  const folders = new Map<DriveId, string>(); // the chosen ones' paths
  let known: readonly ListedStick[] = []; // while the system does not say, what it said last holds: each stick is checked anyway
  let present: ReadonlyMap<DriveId, Present> = new Map();
  let latest: Outcome<readonly Drive[]> | null = null;
  let listing: Promise<Outcome<readonly Drive[]>> | null = null;

  const take = (found: readonly ListedStick[]): void => {
    known = found;
    present = update(present, found);
  };
  const find = (id: DriveId): ListedStick | undefined => known.find(({ drive }) => drive.id === id);
  /** What is ejected as one: a device; the path itself where it lies on none that is listed. */
  const unitAt = (path: string): string => deviceAt(path, known) ?? path;
  const unitOf = (id: DriveId): string => {
    const folder = folders.get(id);
    return folder === undefined ? (find(id)?.device ?? id) : unitAt(folder);
  };
  /** What is late, and what is being ejected and not to be asked, is what it was. */
  const ask: AskMount = async (id, path, device) => {
    const asked = await inUse.shared(device ?? unitAt(path), async () => ok(await probe(path)));
    return (asked.ok ? asked.value : null) ?? find(id) ?? NOTHING_KNOWN;
  };
  const askFolder = async ([id, path]: readonly [DriveId, string]): Promise<ListedStick> => {
    const { volume, stick } = await ask(id, path, null);
    return { drive: folderDrive(id, path, basename(path), volume), volume, stick, device: null };
  };
  const askFolders = async (): Promise<readonly ListedStick[]> => {
    const asked = await Promise.all([...folders].map(askFolder));
    return asked.length < folders.size ? await askFolders() : asked; // one was chosen meanwhile
  };
  const lookNow = async (): Promise<Outcome<readonly Drive[]>> => {
    const told = await agent.list();
    const devices = told.ok ? await sticksOfAll(told.value, ask) : known.filter(({ device }) => device !== null);
    const chosen = await askFolders();
    take([...devices, ...chosen]);
    return told.ok || chosen.length > 0 ? ok(known.map(({ drive }) => drive)) : told;
  };
  const list = (): Promise<Outcome<readonly Drive[]>> => {
    listing ??= lookNow()
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
    const stick = await folderStick(path);
    if (!stick.ok) return stick;
    const { root } = stick.value;
    const id = idOf(root);
    folders.set(id, root);
    const folder = await askFolder([id, root]); // not a whole listing: the system may be hanging over its devices
    take([...known.filter(({ drive }) => drive.id !== id), folder]);
    return ok(folder.drive);
  };

  return {
    list,
    latest: () => latest,
    resolve: (id) => {
      const found = present.get(id);
      return found && whileItStays(found);
    },
    find,
    addFolder: (path) => inUse.shared(unitAt(resolve(path)), () => addFolder(path)),
    use: (id, work) => inUse.shared(unitOf(id), work),
    withExclusiveUse: (id, work) => inUse.exclusive(unitOf(id), work),
    watch: (tell) => watchDrives({ list, look, onSignal: agent.onSignal, tell, paces }),
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
