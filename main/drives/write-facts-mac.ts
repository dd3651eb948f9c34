import { noFacts, type WriteFacts } from "../../core/drives/why-unwritable.ts";
import type { HostSystem } from "./host-system.ts";

const LIMIT_MS = 5_000;

/** macOS: the output of `diskutil info -plist` for the volume at a path. */
export async function factsOnMac(path: string, { run }: HostSystem): Promise<WriteFacts> {
  const { stdout } = await run("/usr/sbin/diskutil", ["info", "-plist", path], { timeoutMs: LIMIT_MS });
  const media = flagOf(stdout, "WritableMedia");
  const volume = flagOf(stdout, "WritableVolume");
  const internal = flagOf(stdout, "Internal");
  return {
    ...noFacts("darwin"),
    deviceReadOnly: media === null ? null : !media,
    mountReadOnly: volume === null ? null : !volume,
    fileSystem: textOf(stdout, "FilesystemType")?.toLowerCase() ?? null,
    removable: internal === null ? null : !internal,
  };
}

/** These keys are in a flat dictionary, so that a few values need no parser. */
function flagOf(plist: string, key: string): boolean | null {
  const found = new RegExp(`<key>${key}</key>\\s*<(true|false)/>`).exec(plist);
  return found ? found[1] === "true" : null;
}

const textOf = (plist: string, key: string): string | null =>
  new RegExp(`<key>${key}</key>\\s*<string>([^<]*)</string>`).exec(plist)?.[1] ?? null;
