import { DEFAULT_HOSTS } from "../link/activation-url.ts";
import type { Language } from "../settings.ts";

/** What one policy file says. */
export interface PolicyRules {
  /** Hosts that may be asked besides `alas.stratus.com`: lower case, by https at port 443. */
  readonly hosts: readonly string[];
  /** Whether any folder may stand for a stick. */
  readonly allowFolders: boolean;
  readonly requireNote: boolean;
  readonly requireOperator: boolean;
  /** The language until the user of this computer chooses another; null: the system's. */
  readonly language: Language | null;
}

/** A policy file's rules and its path, for show. */
export interface PolicyFile {
  readonly file: string;
  readonly rules: PolicyRules;
}

/** The rules that hold at this site, wherever they come from. */
export interface SitePolicy extends PolicyRules {
  /** The files that say so; none where there is no policy. */
  readonly files: readonly string[];
  /** Hosts that `--policy` named but that do not count, since the system's file has the say over them. */
  readonly ignoredHosts: readonly string[];
}

/** A computer without a policy. */
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
 * Joins the system's file and the one that `--policy` named. Whoever starts the program must not be able to lift what an
 * administrator demands, so each restriction holds that either of them makes; and where the system has a file, it alone
 * says which hosts may be asked.
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

/** The hosts that may be asked for a key, lower case. A policy adds to the vendor's and never replaces it. */
export const hostsUnder = ({ hosts }: Pick<SitePolicy, "hosts">): readonly string[] => [...DEFAULT_HOSTS, ...hosts];

/** Whether each request must name its work or its writer: then none can be made that leaves both out. */
export const forbidsMinimal = ({ requireNote, requireOperator }: SitePolicy): boolean => requireNote || requireOperator;
