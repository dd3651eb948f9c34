import { lstat, open, realpath, stat } from "node:fs/promises";
import { dirname, posix, resolve } from "node:path";
import { POLICY_LIMIT, parsePolicy } from "../../core/policy/parse-policy.ts";
import type { PolicyFault } from "../../core/policy/policy-fault.ts";
import { joinPolicies, type PolicyFile, type SitePolicy } from "../../core/policy/site-policy.ts";
import type { Outcome } from "../../core/problem.ts";
import { err, ok, type Result } from "../../core/result.ts";
import { errnoOf } from "../lib/errno.ts";

/**
 * Returns the path of the administrator's policy in the system's configuration folder. The path is fixed, because a user could
 * set a variable such as ProgramData to a folder without a policy.
 */
export function systemPolicyFile(platform: NodeJS.Platform): string {
  if (platform === "win32") return "C:\\ProgramData\\Keyferry\\policy.json";
  return posix.join(platform === "darwin" ? "/Library/Application Support/Keyferry" : "/etc/keyferry", "policy.json");
}

/**
 * Reads the site's policy once at the start. `systemFile` may be missing. `given` is the file of `--policy`, which must exist;
 * null without that option. Fails with `policy-unusable` when a file exists but cannot be used.
 */
export async function readSitePolicy(systemFile: string, given: string | null): Promise<Outcome<SitePolicy>> {
  const system = (await isAbsent(systemFile)) ? ok(null) : await readPolicy(systemFile, true);
  if (!system.ok) return system;
  const named = given === null ? ok(null) : await readPolicy(given, false);
  return named.ok ? ok(joinPolicies(system.value, named.value)) : named;
}

/** A link to a missing file counts as present: the administrator set a policy, so a failure to read it must show. */
async function isAbsent(file: string): Promise<boolean> {
  try {
    await lstat(file);
    return false;
  } catch (error) {
    return errnoOf(error) === "ENOENT";
  }
}

async function readPolicy(named: string, isSystemFile: boolean): Promise<Outcome<PolicyFile>> {
  const file = named === "" ? named : resolve(named); // "": --policy was given without a file
  const text = await readText(file, isSystemFile);
  const rules = text.ok ? parsePolicy(text.value) : text;
  return rules.ok ? ok({ file, rules: rules.value }) : err({ code: "policy-unusable", file, fault: rules.error });
}

/** `isSystemFile`: refuses a file that other users can write or replace, because it may not be the administrator's. */
async function readText(file: string, isSystemFile: boolean): Promise<Result<string, PolicyFault>> {
  try {
    const stats = await stat(file);
    if (!stats.isFile()) return err({ type: "no-file" }); // opening a pipe would block
    if (
      isSystemFile &&
      (isWritableByOthers(stats) ||
        (await isReplaceableByOthers(file)) ||
        (await isReplaceableByOthers(await realpath(file))))
    )
      return err({ type: "writable-by-all" });
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(POLICY_LIMIT + 1), 0, POLICY_LIMIT + 1, 0);
      if (bytesRead > POLICY_LIMIT) return err({ type: "too-large", limit: POLICY_LIMIT });
      return asText(buffer.subarray(0, bytesRead));
    } finally {
      await handle.close();
    }
  } catch (error) {
    return err({ type: "unreadable", detail: errnoOf(error) ?? String(error) });
  }
}

/**
 * Whether other users can replace the file. They can if they may write in its own folder, or in a folder above it without
 * the sticky bit. With that bit, as in /tmp, users can replace only their own files.
 */
async function isReplaceableByOthers(file: string): Promise<boolean> {
  const own = dirname(file);
  if (isWritableByOthers(await stat(own))) return true;
  for (let folder = dirname(own); ; folder = dirname(folder)) {
    const stats = await stat(folder);
    if (isWritableByOthers(stats) && (stats.mode & STICKY) === 0) return true;
    if (folder === dirname(folder)) return false;
  }
}

const STICKY = 0o1000;
const GROUP_OR_OTHERS_WRITE = 0o022;

/** False on Windows: the mode does not show who may write there. The administrator sets the folder's permissions. */
const isWritableByOthers = ({ mode }: { readonly mode: number }): boolean =>
  process.platform !== "win32" && (mode & GROUP_OR_OTHERS_WRITE) !== 0;

function asText(bytes: Uint8Array): Result<string, PolicyFault> {
  try {
    return ok(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return err({ type: "not-json" }); // JSON is UTF-8 (RFC 8259, 8.1)
  }
}
