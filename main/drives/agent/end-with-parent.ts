const CHECK_MS = 1_000;

/**
 * Ends this process when the one that started it is gone, however that ended. Killed, not exited: usb-detection holds up
 * `process.exit` while it watches.
 */
export function endWithParent(own: NodeJS.Process, parent: number): void {
  const end = () => own.kill(own.pid, "SIGKILL");
  own.on("disconnect", end); // a plain Node child is told; a utility process is not
  if (Number.isInteger(parent) && parent > 0) setInterval(() => isThere(own, parent) || end(), CHECK_MS);
}

function isThere(own: NodeJS.Process, pid: number): boolean {
  try {
    return own.kill(pid, 0);
  } catch {
    return false; // ours started us as the same user: it can always be asked while it is there
  }
}
