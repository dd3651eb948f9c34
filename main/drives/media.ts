import { whyReadOnly, whyUnwritable } from "../../core/drives/why-unwritable.ts";
import type { Outcome, Problem } from "../../core/problem.ts";
import { err } from "../../core/result.ts";
import { probeWrite } from "../stick/probe-write.ts";
import type { Stick } from "../stick/stick.ts";
import type { FoundDrive } from "./drives.ts";
import { ejectStick } from "./eject-stick.ts";
import { type HostSystem, thisComputer } from "./host-system.ts";
import { mountStick } from "./mount-stick.ts";
import { writeFacts } from "./write-facts.ts";

/** Ejects and mounts sticks, and explains why a stick cannot be written. */
export interface Media {
  /** Succeeds only when the system has confirmed it. */
  eject(stick: Stick): Promise<Outcome<void>>;
  /** Mounts a drive without a mount point. For a drive with one, fails with the reason why it does not answer. */
  mount(found: FoundDrive): Promise<Outcome<void>>;
  /** Returns the reason for a failed write: checks the stick, tries a small write and asks the system. */
  whyUnwritable(stick: Stick, refused: Problem): Promise<Problem>;
  /** Returns why a stick is read-only; null when the system gives no reason. Writes nothing. */
  whyReadOnly(stick: Stick): Promise<Problem | null>;
}

const ABOUT_WRITING: ReadonlySet<Problem["code"]> = new Set([
  "stick-read-only",
  "stick-no-permission",
  "stick-io-error",
]);

export function createMedia(host: HostSystem = thisComputer): Media {
  return {
    eject: async (stick) => {
      const there = await stick.check(); // another stick may be mounted there by now
      return there.ok ? await ejectStick(stick.root, host) : there;
    },
    mount: async ({ drive, device }) => {
      if (drive.path !== null) return err(await whyUnreadable(drive.path, host));
      return device === null ? err({ code: "stick-not-found" }) : await mountStick(device, host);
    },
    whyUnwritable: async (stick, refused) => {
      if (!ABOUT_WRITING.has(refused.code)) return refused;
      const there = await stick.check(); // an unplugged stick can fail with any error
      if (!there.ok) return there.error;
      const probe = refused.code === "stick-io-error" ? await probeWrite(stick) : null;
      return whyUnwritable(refused, probe, await writeFacts(stick.root, host));
    },
    whyReadOnly: async ({ root }) => whyReadOnly(await writeFacts(root, host)),
  };
}

async function whyUnreadable(path: string, host: HostSystem): Promise<Problem> {
  const { bitLocker } = await writeFacts(path, host);
  return { code: bitLocker === "locked" ? "stick-bitlocker-locked" : "stick-unreadable" };
}
