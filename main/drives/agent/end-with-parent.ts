const CHECK_MS = 1_000;

/**
 * Kills this process when its parent is gone, for whatever reason. `process.exit` would not do: usb-detection blocks it
 * while it watches.
 */
export function endWithParent(own: NodeJS.Process, parent: number): void {
  const end = () => own.kill(own.pid, "SIGKILL");
  own.on("disconnect", end); // only a plain Node child gets this event; a utility process does not
  if (Number.isInteger(parent) && parent > 0) setInterval(() => isThere(own, parent) || end(), CHECK_MS);
}

function isThere(own: NodeJS.Process, pid: number): boolean {
  try {
    return own.kill(pid, 0);
  } catch {
    return false; // the parent runs as the same user, so a failure means that it is gone
  }
}
