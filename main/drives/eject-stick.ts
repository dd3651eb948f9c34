import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { ejectOnLinux } from "./eject-linux.ts";
import { ejectOnWindows } from "./eject-windows.ts";
import type { HostSystem } from "./host-system.ts";
import { errorTextOf } from "./run.ts";

const LIMIT_MS = 30_000;

/**
 * Ejects the stick that is mounted at a path. Succeeds only when the system has confirmed it. Fails with
 * `stick-eject-busy` and the programs that use it, if the system names them, or with `stick-eject-failed`.
 */
export function ejectStick(path: string, host: HostSystem): Promise<Outcome<void>> {
  switch (host.platform) {
    case "linux":
      return ejectOnLinux(path, host);
    case "darwin":
      return ejectOnMac(path, host);
    case "win32":
      return ejectOnWindows(path, host);
  }
}

/** Ejects the whole disk of a mount point. `diskutil` needs no rights for a stick, and names the programs that block it. */
async function ejectOnMac(path: string, { run }: HostSystem): Promise<Outcome<void>> {
  const ran = await run("/usr/sbin/diskutil", ["eject", path], { timeoutMs: LIMIT_MS });
  if (ran.code === 0) return ok(undefined);
  const output = `${ran.stdout}\n${ran.stderr}`;
  const by = [...output.matchAll(/dissented by PID \d+ \((.+)\)/gi)].map(([, program = ""]) => nameOf(program));
  if (by.length > 0 || /busy|in use/i.test(output)) return err({ code: "stick-eject-busy", by });
  return err({ code: "stick-eject-failed", detail: errorTextOf(ran) });
}

const nameOf = (path: string): string => path.split("/").at(-1) ?? path;
