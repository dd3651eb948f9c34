import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import type { MediaWorld } from "./media-world.ts";
import { complaintOf } from "./run.ts";

const LIMIT_MS = 30_000;

/** Ejects the whole disk that a mount point is on. `diskutil` needs no rights for a stick, and names who objects. */
export async function ejectOnMac(path: string, { run }: MediaWorld): Promise<Outcome<void>> {
  const ran = await run("/usr/sbin/diskutil", ["eject", path], { timeoutMs: LIMIT_MS });
  if (ran.code === 0) return ok(undefined);
  const said = `${ran.stdout}\n${ran.stderr}`;
  const by = [...said.matchAll(/dissented by PID \d+ \((.+)\)/gi)].map(([, program = ""]) => nameOf(program));
  if (by.length > 0 || /busy|in use/i.test(said)) return err({ code: "stick-eject-busy", by });
  return err({ code: "stick-eject-failed", detail: complaintOf(ran) });
}

const nameOf = (path: string): string => path.split("/").at(-1) ?? path;
