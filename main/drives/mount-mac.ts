import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import type { MediaWorld } from "./media-world.ts";
import { complaintOf } from "./run.ts";

const LIMIT_MS = 30_000;

/** Mounts all that can be mounted of a disk, such as "/dev/disk4". */
export async function mountOnMac(device: string, { run }: MediaWorld): Promise<Outcome<void>> {
  const verb = /^\/dev\/r?disk\d+$/.test(device) ? "mountDisk" : "mount";
  const ran = await run("/usr/sbin/diskutil", [verb, device], { timeoutMs: LIMIT_MS });
  return ran.code === 0 ? ok(undefined) : err({ code: "stick-mount-failed", detail: complaintOf(ran) });
}
