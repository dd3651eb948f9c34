import { execFile, spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { promisify } from "node:util";
import { until } from "./until.ts";

const run = promisify(execFile);

/** Starts what a desktop has: the service that mounts and ejects for whoever may. It ends with the machine. */
export async function startUdisks(): Promise<void> {
  await mkdir("/run/dbus", { recursive: true });
  await run("dbus-daemon", ["--system", "--fork"]);
  spawn("/usr/libexec/udisks2/udisksd", { stdio: "ignore", detached: true }).unref();
  await until("udisks answers", () =>
    run("udisksctl", ["status"]).then(
      () => true,
      () => false,
    ),
  );
}
