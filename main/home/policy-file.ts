import { lstat, open, stat } from "node:fs/promises";
import { dirname, posix, resolve, win32 } from "node:path";
import { POLICY_LIMIT, parsePolicy } from "../../core/policy/parse-policy.ts";
import type { PolicyFault } from "../../core/policy/policy-fault.ts";
import { joinPolicies, type PolicyFile, type SitePolicy } from "../../core/policy/site-policy.ts";
import type { Outcome } from "../../core/problem.ts";
import { err, ok, type Result } from "../../core/result.ts";
import { errnoOf } from "../lib/errno.ts";

/** Where the administrator's policy lies, in the system's own configuration folder. */
export function systemPolicyFile(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  if (platform === "win32") {
    return win32.join(environment.ProgramData || "C:\\ProgramData", "Keyferry", "policy.json");
  }
  return posix.join(platform === "darwin" ? "/Library/Application Support/Keyferry" : "/etc/keyferry", "policy.json");
}

/**
 * Reads the site's policy, once, at the start: the system's file, which need not be there, and the one that `--policy`
 * named, which must be; null when none was named. What is there but cannot be used is `policy-unusable`.
 */
export async function readSitePolicy(systemFile: string, given: string | null): Promise<Outcome<SitePolicy>> {
  const system = (await isAbsent(systemFile)) ? ok(null) : await readPolicy(systemFile, true);
  if (!system.ok) return system;
  const named = given === null ? ok(null) : await readPolicy(given, false);
  return named.ok ? ok(joinPolicies(system.value, named.value)) : named;
}

/** A link to a file that is gone is there: what it led to was meant to be read. */
async function isAbsent(file: string): Promise<boolean> {
  try {
    await lstat(file);
    return false;
  } catch (error) {
    return errnoOf(error) === "ENOENT";
  }
}

async function readPolicy(named: string, guarded: boolean): Promise<Outcome<PolicyFile>> {
  const file = named === "" ? named : resolve(named); // "": an option without its file
  const text = await readText(file, guarded);
  const rules = text.ok ? parsePolicy(text.value) : text;
  return rules.ok ? ok({ file, rules: rules.value }) : err({ code: "policy-unusable", file, fault: rules.error });
}

/** `guarded`: a file that everybody may write, or put in place of another, says nothing about an administrator's will. */
async function readText(file: string, guarded: boolean): Promise<Result<string, PolicyFault>> {
  try {
    const stats = await stat(file);
    if (!stats.isFile()) return err({ is: "no-file" }); // a pipe would keep whoever opens it waiting
    if (guarded && (isOpenToAll(stats) || isOpenToAll(await stat(dirname(file)))))
      return err({ is: "writable-by-all" });
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(POLICY_LIMIT + 1), 0, POLICY_LIMIT + 1, 0);
      if (bytesRead > POLICY_LIMIT) return err({ is: "too-large", limit: POLICY_LIMIT });
      return asText(buffer.subarray(0, bytesRead));
    } finally {
      await handle.close();
    }
  } catch (error) {
    return err({ is: "unreadable", detail: errnoOf(error) ?? String(error) });
  }
}

/** Windows tells no such thing in a file's mode: there the folder's permissions are the administrator's part. */
const isOpenToAll = ({ mode }: { readonly mode: number }): boolean =>
  process.platform !== "win32" && (mode & 0o002) !== 0;

function asText(bytes: Uint8Array): Result<string, PolicyFault> {
  try {
    return ok(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return err({ is: "not-json" }); // JSON is UTF-8 (RFC 8259, 8.1)
  }
}
