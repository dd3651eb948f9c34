import { DEFAULT_HOSTS } from "../link/activation-url.ts";
import type { Language } from "../settings.ts";

/** The rules of one policy file. */
export interface PolicyRules {
  /** Allowed hosts besides `alas.stratus.com`: lower case, HTTPS at port 443. */
  readonly hosts: readonly string[];
  /** Whether a folder may be used in place of a stick. */
  readonly allowFolders: boolean;
  readonly requireNote: boolean;
  readonly requireOperator: boolean;
  /** The default language of the program; null: the system's. */
  readonly language: Language | null;
}

/** A policy file's rules and its path, for display only. */
export interface PolicyFile {
  readonly file: string;
  readonly rules: PolicyRules;
}

/** The rules of this site, joined from all its policy files. */
export interface SitePolicy extends PolicyRules {
  /** The policy files; empty without a policy. */
  readonly files: readonly string[];
  /** Hosts that `--policy` named but that the system's file does not allow. */
  readonly ignoredHosts: readonly string[];
}

/** The rules of a computer without a policy. */
export const NO_POLICY: SitePolicy = {
  files: [],
  hosts: [],
  ignoredHosts: [],
  allowFolders: true,
  requireNote: false,
  requireOperator: false,
  language: null,
};

/**
 * Joins the system's file and the one that `--policy` named. A user who starts the program must not be able to lift an
 * administrator's rule, so each restriction of either file applies. If the system has a file, it alone allows hosts.
 */
export function joinPolicies(system: PolicyFile | null, given: PolicyFile | null): SitePolicy {
  const both = [system, given].filter((each) => each !== null);
  const hosts = [...new Set((system ?? given)?.rules.hosts)];
  const anyDemands = (rule: "requireNote" | "requireOperator") => both.some(({ rules }) => rules[rule]);
  return {
    files: both.map(({ file }) => file),
    hosts: hosts.filter((host) => !DEFAULT_HOSTS.includes(host)),
    ignoredHosts: [...new Set(given?.rules.hosts)].filter((host) => !hostsUnder({ hosts }).includes(host)),
    allowFolders: both.every(({ rules }) => rules.allowFolders),
    requireNote: anyDemands("requireNote"),
    requireOperator: anyDemands("requireOperator"),
    language: system?.rules.language ?? given?.rules.language ?? null,
  };
}

/** Returns the hosts that may be asked for a key, in lower case. A policy adds hosts to the vendor's, never replaces it. */
export const hostsUnder = ({ hosts }: Pick<SitePolicy, "hosts">): readonly string[] => [...DEFAULT_HOSTS, ...hosts];

/** Whether each request must have a note or an operator: then a minimal request is not possible. */
export const forbidsMinimal = ({ requireNote, requireOperator }: SitePolicy): boolean => requireNote || requireOperator;
