// @ts-check
import { homedir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const { XDG_CACHE_HOME } = process.env;

/** The folder of this checkout. */
export const ROOT = path.resolve(fileURLToPath(new URL("../..", import.meta.url)));

/** Reports and locks of this checkout; ignored by git, may be deleted at any time. */
export const WORK = path.join(ROOT, ".cache");

/** Files that all checkouts share, such as the Electron from npm; may be deleted at any time, too. */
export const USER_CACHE = path.join(XDG_CACHE_HOME || path.join(homedir(), ".cache"), "keyferry");
