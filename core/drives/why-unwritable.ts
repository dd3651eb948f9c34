import type { Problem } from "../problem.ts";
import type { Platform } from "./platform.ts";

/** What the system reports about a drive that cannot be written; null if unknown. */
export interface WriteFacts {
  readonly platform: Platform;
  /** The device refuses writes: its switch, a seal, or a worn-out controller. */
  readonly deviceReadOnly: boolean | null;
  /** The file system is mounted read-only. */
  readonly mountReadOnly: boolean | null;
  /** The system remounted the volume read-only, as it does when it finds errors. */
  readonly turnedReadOnly: boolean;
  /** The system's name for it, in lower case: "vfat", "ntfs", "msdos". */
  readonly fileSystem: string | null;
  /** Whether it is external: a stick, a card, a disk on a cable. */
  readonly removable: boolean | null;
  readonly bitLocker: "locked" | "on" | "off" | null;
  /** A policy of this computer forbids writing to all sticks, or to those without BitLocker. */
  readonly policy: "all-sticks" | "unprotected-sticks" | null;
}

/** Returns facts of which nothing is known. */
export const noFacts = (platform: Platform): WriteFacts => ({
  platform,
  deviceReadOnly: null,
  mountReadOnly: null,
  turnedReadOnly: false,
  fileSystem: null,
  removable: null,
  bitLocker: null,
  policy: null,
});

/**
 * Returns why a stick cannot be written. `refused` is the failed write's problem, `probe` that of a second, small write
 * (null: it succeeded or was not tried). Returns a problem that is not about writing unchanged.
 */
export function whyUnwritable(refused: Problem, probe: Problem | null, facts: WriteFacts): Problem {
  switch (refused.code) {
    case "stick-read-only":
      return whyReadOnly(facts) ?? refused;
    case "stick-no-permission":
      return whyForbidden(facts) ?? refused;
    case "stick-io-error":
      return whyFailing(refused, probe, facts);
    default:
      return refused;
  }
}

/** Returns why a drive is read-only, the most specific reason first; null if no fact says that it is. */
export function whyReadOnly(facts: WriteFacts): Problem | null {
  if (facts.bitLocker === "locked") return { code: "stick-bitlocker-locked" };
  // Before the device's own flag: Windows sets that for some of its policies, too.
  if (forbids(facts)) return { code: "stick-policy" };
  if (facts.deviceReadOnly === true) return { code: "stick-write-protected" };
  if (facts.platform === "darwin" && facts.fileSystem === "ntfs") return { code: "stick-ntfs-on-mac" };
  if (facts.turnedReadOnly) return { code: "stick-errors-found" };
  return facts.mountReadOnly === true ? { code: "stick-read-only" } : null;
}

/** Explains a missing permission: a policy, macOS' privacy settings, or another owner. */
function whyForbidden(facts: WriteFacts): Problem | null {
  const reason = whyReadOnly(facts);
  if (reason !== null) return reason;
  // macOS allows every user to write to sticks, so only its privacy settings can forbid it.
  return facts.platform === "darwin" && facts.removable === true ? { code: "stick-privacy" } : null;
}

/** A passing fault is a loose plug. A lasting one, or one after which the system made the stick read-only, is wear. */
function whyFailing(refused: Problem & { readonly detail: string }, probe: Problem | null, facts: WriteFacts): Problem {
  const worn: Problem = { code: "stick-worn-out", detail: refused.detail };
  switch (probe?.code) {
    case undefined:
      return refused;
    case "stick-io-error":
      return worn;
    case "stick-read-only":
      return facts.turnedReadOnly || facts.deviceReadOnly === true ? worn : whyUnwritable(probe, null, facts);
    case "stick-no-permission":
      return whyUnwritable(probe, null, facts);
    default:
      return probe ?? refused;
  }
}

function forbids({ policy, bitLocker, removable }: WriteFacts): boolean {
  if (removable === false) return false; // these policies are about sticks
  return policy === "all-sticks" || (policy === "unprotected-sticks" && bitLocker !== "on");
}
