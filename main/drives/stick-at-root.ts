import { lstat, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { type StickIdentity, sameStick } from "../../core/drives/stick-identity.ts";
import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { errnoOf } from "../lib/errno.ts";
import type { Stick } from "../stick/stick.ts";
import { stickFault } from "../stick/stick-fault.ts";
import { identifyStick } from "./identify-stick.ts";
import { lostDevice } from "./lost-device.ts";

/** What tells one stick, or one folder, from another that stands at the same path later. */
export interface RootIdentity {
  readonly device: number; // on Windows the volume's serial number
  readonly inode: number;
  readonly blocks: number; // in all; of a folder it changes by itself: ZFS, quotas, network shares
  readonly type: number;
  /** What else tells it; null for a folder. */
  readonly stick: StickIdentity | null;
}

/**
 * The stick at a path, to be recognised later. Nothing stays open. `stick-not-found` when no folder is there, `stick-gone`
 * when it was pulled a moment before. `look` is replaceable, for tests.
 */
export async function stickAtRoot(root: string, read = readIdentity): Promise<Outcome<Stick>> {
  const chosen = await identify(root, read);
  return chosen.ok
    ? ok({ root, check: async () => recognise(root, chosen.value, await identify(root, read)) })
    : chosen;
}

async function recognise(root: string, chosen: RootIdentity, found: Outcome<RootIdentity>): Promise<Outcome<void>> {
  if (!found.ok) return found.error.code === "stick-not-found" ? err({ code: "stick-gone" }) : found;
  const { device, inode, blocks, type, stick } = found.value;
  // Pulled out but still mounted, its folder answers from memory: what says that it is gone is that it has no device.
  if (chosen.stick !== null && stick === null) return err({ code: "stick-gone" });
  const sameSize = chosen.stick === null || blocks === chosen.blocks;
  const alike = device === chosen.device && inode === chosen.inode && sameSize && type === chosen.type;
  // Two sticks of one make, one after the other at the same place, differ in nothing else.
  const other = stick !== null && chosen.stick !== null && sameStick(stick, chosen.stick) === false;
  if (alike && !other) return ok(undefined);
  // After an unmount the mount point is a bare folder of the disk above it.
  const unmounted = device !== chosen.device && device === (await deviceOf(dirname(root))) && dirname(root) !== root;
  return err({ code: unmounted ? "stick-gone" : "stick-changed" });
}

async function identify(root: string, read: typeof readIdentity): Promise<Outcome<RootIdentity>> {
  const found = await read(root);
  // Pulled out but still mounted, it fails or looks like a folder.
  const suspicious = !found.ok || found.value.stick === null;
  return suspicious && (await lostDevice(root)) ? err({ code: "stick-gone" }) : found;
}

async function readIdentity(root: string): Promise<Outcome<RootIdentity>> {
  try {
    const stats = await lstat(root);
    if (!stats.isDirectory()) return err({ code: "stick-not-found" });
    const { blocks, type } = await statfs(root);
    return ok({ device: stats.dev, inode: stats.ino, blocks, type, stick: await identifyStick(root) });
  } catch (error) {
    return err(errnoOf(error) === "ENOENT" ? { code: "stick-not-found" } : stickFault(error));
  }
}

async function deviceOf(path: string): Promise<number | null> {
  try {
    return (await lstat(path)).dev;
  } catch {
    return null; // gone too: then nothing says that it is the same disk
  }
}
