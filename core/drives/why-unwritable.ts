import type { Problem } from "../problem.ts";
import type { Platform } from "./platform.ts";

/** What a system tells about a drive that refuses to be written; null where it does not tell. */
export interface WriteFacts {
  readonly platform: Platform;
  /** The device refuses writing: its switch, a seal, or its controller at the end of its life. */
  readonly deviceReadOnly: boolean | null;
  /** The file system is mounted read-only. */
  readonly mountReadOnly: boolean | null;
  /** The system itself turned a writable mount read-only, as it does when it finds errors. */
  readonly turnedReadOnly: boolean;
  /** In lower case, in the system's own words: "vfat", "ntfs", "msdos". */
  readonly fileSystem: string | null;
  /** Whether it is outside of the computer: a stick, a card, a disk on a cable. */
  readonly removable: boolean | null;
  readonly bitLocker: "locked" | "on" | "off" | null;
  /** A policy of this computer: against every stick, or against those that BitLocker does not protect. */
  readonly policy: "all-sticks" | "unprotected-sticks" | null;
}

/** Nothing is known. */
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
 * The one reason why a stick cannot be written. `refused` is what the failed write was taken for, `probe` what a second,
 * small write met (null: it went through, or none was tried). What is not about writing comes back as it was.
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

/** Why the system shows a drive as read-only, in the order of how much each explains; null when no fact says so. */
export function whyReadOnly(facts: WriteFacts): Problem | null {
  if (facts.bitLocker === "locked") return { code: "stick-bitlocker-locked" };
  // Before the device's own flag: Windows sets that for some of its policies, too.
  if (forbids(facts)) return { code: "stick-policy" };
  if (facts.deviceReadOnly === true) return { code: "stick-write-protected" };
  if (facts.platform === "darwin" && facts.fileSystem === "ntfs") return { code: "stick-ntfs-on-mac" };
  if (facts.turnedReadOnly) return { code: "stick-errors-found" };
  return facts.mountReadOnly === true ? { code: "stick-read-only" } : null;
}

/** The write was forbidden: by a policy, by macOS' privacy settings, or by an owner who is somebody else. */
function whyForbidden(facts: WriteFacts): Problem | null {
  const reason = whyReadOnly(facts);
  if (reason !== null) return reason;
  // macOS lets every user write to sticks: what is forbidden there, its privacy settings forbid.
  return facts.platform === "darwin" && facts.removable === true ? { code: "stick-privacy" } : null;
}

/** A fault that passes is a loose plug; one that stays, or that made the system close the stick, is its end. */
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
