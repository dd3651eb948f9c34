import * as v from "valibot";
import { err, ok, type Result } from "../result.ts";
import { LanguageSchema } from "../settings.ts";
import type { PolicyFault } from "./policy-fault.ts";
import type { PolicyRules } from "./site-policy.ts";

/** The largest policy file (bytes). */
export const POLICY_LIMIT = 64 * 1024;

const VERSION = 1;
const MOST_HOSTS = 16;

/**
 * A host's name, whole and in lower case (RFC 1123, 2.1; at most 253 characters): no wildcard, port, trailing dot or
 * address. The last label starts with a letter, which excludes every form of an IPv4 address. The dot before it excludes
 * names that the network completes and that could lead anywhere.
 */
const HostSchema = v.pipe(
  v.string(),
  v.maxLength(253),
  v.regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/),
);

const PolicySchema = v.strictObject({
  format: v.literal("keyferry-policy"),
  version: v.literal(VERSION),
  hosts: v.optional(v.pipe(v.array(HostSchema), v.maxLength(MOST_HOSTS)), []),
  allowFolders: v.optional(v.boolean(), true),
  requireNote: v.optional(v.boolean(), false),
  requireOperator: v.optional(v.boolean(), false),
  language: v.optional(LanguageSchema),
});

const Newer = v.looseObject({
  format: v.literal("keyferry-policy"),
  version: v.pipe(v.number(), v.minValue(VERSION + 1)),
});

/**
 * Parses a policy's text strictly: a mistyped rule must not be ignored. Fails with the first fault. Never throws.
 */
export function parsePolicy(text: string): Result<PolicyRules, PolicyFault> {
  const json = text.replace(/^\u{feff}/u, ""); // Notepad and PowerShell write a byte order mark
  const value = asJson(json);
  if (value === undefined) return err({ type: "not-json" });
  const key = duplicateKey(json);
  if (key !== null) return err({ type: "duplicate-key", key });
  const newer = v.safeParse(Newer, value);
  if (newer.success) return err({ type: "newer", version: newer.output.version });
  const parsed = v.safeParse(PolicySchema, value);
  if (!parsed.success) return err(faultOf(parsed.issues[0]));
  const { format: _, version: _version, language = null, ...rules } = parsed.output;
  return ok({ ...rules, language });
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON text has this value
  }
}

/** Returns the first duplicate key in an object of a valid JSON text. A string before a colon is a key. */
function duplicateKey(json: string): string | null {
  const objects: Set<string>[] = [];
  for (const [token, quoted] of json.matchAll(/("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (token === "{") objects.push(new Set());
    if (token === "}") objects.pop();
    if (quoted === undefined) continue;
    const key = String(JSON.parse(quoted)); // "a" and "\u0061" are the same key
    const keys = objects.at(-1);
    if (keys?.has(key)) return key;
    keys?.add(key);
  }
  return null;
}

function faultOf(issue: v.InferIssue<typeof PolicySchema>): PolicyFault {
  const [first, second] = issue.path ?? [];
  const key = String(first?.key ?? "");
  if (key === "" || key === "format") return { type: "not-a-policy" };
  if (issue.expected === "never") return { type: "unknown-key", key };
  if (key === "hosts" && second && typeof issue.input === "string") return { type: "wrong-host", host: issue.input };
  return { type: "wrong-value", key };
}
