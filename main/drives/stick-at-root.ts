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

/** Distinguishes a stick or folder from another one that is at the same path later. */
export interface RootIdentity {
  readonly device: number; // on Windows the volume's serial number
  readonly inode: number;
  readonly blocks: number; // total; ignored for a folder, where ZFS, quotas and network shares change it
  readonly type: number;
  /** Null for a folder. */
  readonly stick: StickIdentity | null;
}

/**
 * Returns the stick at a path; its `check` recognises it later. Keeps nothing open. `stick-not-found` when no folder is
 * there, `stick-gone` when the stick was just unplugged. Tests replace `read`.
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
  // An unplugged stick that is still mounted answers from the cache. Only its missing device shows that it is gone.
  if (chosen.stick !== null && stick === null) return err({ code: "stick-gone" });
  const sameSize = chosen.stick === null || blocks === chosen.blocks;
  const alike = device === chosen.device && inode === chosen.inode && sameSize && type === chosen.type;
  // Two sticks of the same model in the same port differ only in this.
  const other = stick !== null && chosen.stick !== null && sameStick(stick, chosen.stick) === false;
  if (alike && !other) return ok(undefined);
  // After an unmount the mount point is an ordinary folder of the parent's disk.
  const unmounted = device !== chosen.device && device === (await deviceOf(dirname(root))) && dirname(root) !== root;
  return err({ code: unmounted ? "stick-gone" : "stick-changed" });
}

async function identify(root: string, read: typeof readIdentity): Promise<Outcome<RootIdentity>> {
  const found = await read(root);
  // An unplugged stick that is still mounted fails or looks like a folder.
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
    return null; // gone as well: no proof of the same disk
  }
}
