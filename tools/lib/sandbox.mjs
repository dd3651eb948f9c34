// @ts-check
import { statSync } from "node:fs";
import path from "node:path";
import { readIfThere } from "./files.mjs";
import { Stop } from "./script.mjs";

const SET_USER_ID_ROOT = 0o4755;

/**
 * Checks that Chromium's sandbox can run. It needs user namespaces, or its helper with root's rights; without both, Electron
 * aborts. The administrator must allow one: this script must not switch the sandbox off.
 * @param {string} executable
 */
export function requireSandbox(executable) {
  if (process.platform !== "linux" || process.getuid?.() === 0 || hasUserNamespaces()) return;
  const helper = path.join(path.dirname(executable), "chrome-sandbox");
  const stats = statSync(helper, { throwIfNoEntry: false });
  if (stats === undefined || (stats.uid === 0 && (stats.mode & 0o7777) === SET_USER_ID_ROOT)) return;
  throw new Stop(
    "this system keeps programs from making a sandbox of their own. Allow it to Electron's helper, then start this again:" +
      `\n\n  sudo chown root '${helper}' && sudo chmod ${SET_USER_ID_ROOT.toString(8)} '${helper}'\n`,
  );
}

/** Checks Debian's old switch, Ubuntu's new one and the kernel's limit. A missing switch allows user namespaces. */
function hasUserNamespaces() {
  const value = (/** @type {string} */ name) => readIfThere(`/proc/sys/${name}`)?.trim();
  return (
    value("kernel/unprivileged_userns_clone") !== "0" &&
    value("kernel/apparmor_restrict_unprivileged_userns") !== "1" &&
    value("user/max_user_namespaces") !== "0"
  );
}
